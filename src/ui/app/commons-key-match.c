/* commons-key-match.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gtk/gtk.h>

#include "commons-key-match.h"

#define FIRST_KEYCODE 10

#define MODIFIERS (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK | GDK_HYPER_MASK)

/* What the keys of a QWERTY keyboard give alone and with Shift, from the key
 * of the digit 1 on. */
static const struct
{
  guint plain;
  guint shifted;
} qwerty[] = {
  { GDK_KEY_1, GDK_KEY_exclam },
  { GDK_KEY_2, GDK_KEY_at },
  { GDK_KEY_3, GDK_KEY_numbersign },
  { GDK_KEY_4, GDK_KEY_dollar },
  { GDK_KEY_5, GDK_KEY_percent },
  { GDK_KEY_6, GDK_KEY_asciicircum },
  { GDK_KEY_7, GDK_KEY_ampersand },
  { GDK_KEY_8, GDK_KEY_asterisk },
  { GDK_KEY_9, GDK_KEY_parenleft },
  { GDK_KEY_0, GDK_KEY_parenright },
  { GDK_KEY_minus, GDK_KEY_underscore },
  { GDK_KEY_equal, GDK_KEY_plus },
  { 0, 0 }, /* BackSpace */
  { 0, 0 }, /* Tab */
  { GDK_KEY_q, GDK_KEY_Q },
  { GDK_KEY_w, GDK_KEY_W },
  { GDK_KEY_e, GDK_KEY_E },
  { GDK_KEY_r, GDK_KEY_R },
  { GDK_KEY_t, GDK_KEY_T },
  { GDK_KEY_y, GDK_KEY_Y },
  { GDK_KEY_u, GDK_KEY_U },
  { GDK_KEY_i, GDK_KEY_I },
  { GDK_KEY_o, GDK_KEY_O },
  { GDK_KEY_p, GDK_KEY_P },
  { GDK_KEY_bracketleft, GDK_KEY_braceleft },
  { GDK_KEY_bracketright, GDK_KEY_braceright },
  { 0, 0 }, /* Return */
  { 0, 0 }, /* Control */
  { GDK_KEY_a, GDK_KEY_A },
  { GDK_KEY_s, GDK_KEY_S },
  { GDK_KEY_d, GDK_KEY_D },
  { GDK_KEY_f, GDK_KEY_F },
  { GDK_KEY_g, GDK_KEY_G },
  { GDK_KEY_h, GDK_KEY_H },
  { GDK_KEY_j, GDK_KEY_J },
  { GDK_KEY_k, GDK_KEY_K },
  { GDK_KEY_l, GDK_KEY_L },
  { GDK_KEY_semicolon, GDK_KEY_colon },
  { GDK_KEY_apostrophe, GDK_KEY_quotedbl },
  { GDK_KEY_grave, GDK_KEY_asciitilde },
  { 0, 0 }, /* Shift */
  { GDK_KEY_backslash, GDK_KEY_bar },
  { GDK_KEY_z, GDK_KEY_Z },
  { GDK_KEY_x, GDK_KEY_X },
  { GDK_KEY_c, GDK_KEY_C },
  { GDK_KEY_v, GDK_KEY_V },
  { GDK_KEY_b, GDK_KEY_B },
  { GDK_KEY_n, GDK_KEY_N },
  { GDK_KEY_m, GDK_KEY_M },
  { GDK_KEY_comma, GDK_KEY_less },
  { GDK_KEY_period, GDK_KEY_greater },
  { GDK_KEY_slash, GDK_KEY_question },
};

/* A shortcut may name what Shift gives, with Shift or without it. */
static gboolean
stands_on (guint           plain,
           guint           shifted,
           GdkModifierType state,
           guint           keyval,
           GdkModifierType modifiers)
{
  if (keyval == plain)
    return modifiers == state;

  return keyval == shifted && (state & GDK_SHIFT_MASK) != 0 &&
         (modifiers | GDK_SHIFT_MASK) == state;
}

static gboolean
matches (const char      *accel,
         guint            index,
         GdkModifierType  state,
         CommonsCanType   can_type,
         gpointer         user_data)
{
  guint keyval;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (accel, &keyval, &modifiers))
    return FALSE;

  return stands_on (qwerty[index].plain, qwerty[index].shifted, state & MODIFIERS, keyval, modifiers & MODIFIERS) &&
         !can_type (keyval, user_data);
}

const CommonsCommand *
commons_key_match_find (guint            keycode,
                        GdkModifierType  state,
                        CommonsCanType   can_type,
                        gpointer         user_data)
{
  guint n_commands;
  const CommonsCommand *commands = commons_commands_get (&n_commands);
  guint index = keycode - FIRST_KEYCODE;

  g_return_val_if_fail (can_type != NULL, NULL);

  if (keycode < FIRST_KEYCODE || index >= G_N_ELEMENTS (qwerty) || qwerty[index].plain == 0)
    return NULL;

  for (guint i = 0; i < n_commands; i++)
    {
      for (guint j = 0; commands[i].accels[j] != NULL; j++)
        {
          if (matches (commands[i].accels[j], index, state, can_type, user_data))
            return &commands[i];
        }
    }

  return NULL;
}

guint
commons_key_match_get_place (guint keyval)
{
  for (guint i = 0; keyval != 0 && i < G_N_ELEMENTS (qwerty); i++)
    {
      if (qwerty[i].plain == keyval || qwerty[i].shifted == keyval)
        return FIRST_KEYCODE + i;
    }

  return 0;
}
