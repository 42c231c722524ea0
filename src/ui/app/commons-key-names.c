/* commons-key-names.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "commons-key-match.h"
#include "commons-key-names.h"

/* Keys that write something, as the codes of a keyboard go. */
#define FIRST_KEYCODE 10
#define LAST_KEYCODE 94

static gboolean
is_sign (guint keyval)
{
  gunichar character = gdk_keyval_to_unicode (keyval);

  return character > ' ' && g_unichar_isprint (character) && !g_unichar_isalpha (character);
}

static gboolean
is_on_keypad (guint keyval)
{
  return keyval >= GDK_KEY_KP_Space && keyval <= GDK_KEY_KP_Equal;
}

static gboolean
is_on_some_key (guint        keyval,
                CommonsKeyAt key_at,
                gpointer     user_data)
{
  for (guint keycode = FIRST_KEYCODE; keycode <= LAST_KEYCODE; keycode++)
    {
      if (key_at (keycode, FALSE, user_data) == keyval || key_at (keycode, TRUE, user_data) == keyval)
        return TRUE;
    }

  return FALSE;
}

/* What is written where hands look for a key. */
static guint
get_written (guint        keyval,
             CommonsKeyAt key_at,
             gpointer     user_data)
{
  guint keycode, written;

  if (key_at == NULL || !is_sign (keyval) || is_on_keypad (keyval) || is_on_some_key (keyval, key_at, user_data))
    return keyval;

  keycode = commons_key_match_get_place (keyval);
  written = keycode != 0 ? key_at (keycode, FALSE, user_data) : 0;

  return gdk_keyval_to_unicode (written) > ' ' ? gdk_keyval_to_upper (written) : keyval;
}

/* Arrows are quicker to read than their names, and a few keys say something
 * else than what the toolkit calls them. */
static char *
name_key (guint key)
{
  switch (key)
    {
    case GDK_KEY_Left:
      return g_strdup ("←");
    case GDK_KEY_Right:
      return g_strdup ("→");
    case GDK_KEY_Up:
      return g_strdup ("↑");
    case GDK_KEY_Down:
      return g_strdup ("↓");
    case GDK_KEY_minus:
      return g_strdup ("−");
    case GDK_KEY_Return:
      /* Translators: what is written on the key */
      return g_strdup (C_("key", "Enter"));
    case GDK_KEY_Escape:
      /* Translators: what is written on the key */
      return g_strdup (C_("key", "Esc"));
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      /* Translators: what is written on the key */
      return g_strdup (C_("key", "Tab"));
    default:
      return gtk_accelerator_get_label (key, 0);
    }
}

GStrv
commons_key_names_list (const char   *accel,
                        CommonsKeyAt  key_at,
                        gpointer      user_data)
{
  static const GdkModifierType order[] = {
    GDK_SHIFT_MASK, GDK_CONTROL_MASK, GDK_ALT_MASK, GDK_SUPER_MASK,
  };
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *key_name = NULL;
  GdkModifierType modifiers;
  guint key;

  g_return_val_if_fail (accel != NULL, NULL);

  if (!gtk_accelerator_parse (accel, &key, &modifiers))
    {
      g_warning ("“%s” is no key", accel);
      return g_strv_builder_end (names);
    }

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *name = NULL;

      if ((modifiers & order[i]) == 0)
        continue;

      /* Named alone, a modifier ends in "+". */
      name = gtk_accelerator_get_label (0, order[i]);
      if (g_str_has_suffix (name, "+"))
        name[strlen (name) - 1] = '\0';
      g_strv_builder_add (names, name);
    }

  key_name = name_key (get_written (key, key_at, user_data));
  g_strv_builder_add (names, key_name);

  return g_strv_builder_end (names);
}

/* Signs among the other keys only help whoever presses them on a layout that
 * has them elsewhere. */
static gboolean
is_worth_knowing (const char *accel)
{
  guint key;

  return gtk_accelerator_parse (accel, &key, NULL) && !is_on_keypad (key) && !is_sign (key) &&
         key != GDK_KEY_ISO_Left_Tab;
}

GStrv
commons_key_names_list_others (const CommonsCommand *command,
                               CommonsKeyAt          key_at,
                               gpointer              user_data)
{
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();

  g_return_val_if_fail (command != NULL, NULL);

  for (guint i = 1; command->accels[0] != NULL && command->accels[i] != NULL; i++)
    {
      g_auto (GStrv) names = NULL;
      g_autofree char *keys = NULL;

      if (!is_worth_knowing (command->accels[i]))
        continue;

      names = commons_key_names_list (command->accels[i], key_at, user_data);
      keys = g_strjoinv ("+", names);
      g_strv_builder_add (others, keys);
    }

  return g_strv_builder_end (others);
}
