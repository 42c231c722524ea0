/* test-key-match.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shortcuts found by the place of a key, for layouts that cannot type them.
 */

#include "config.h"

#include <gtk/gtk.h>

#include "commons-key-match.h"

/* Codes of a few keys, named for what they give on QWERTY. */
enum
{
  KEY_1 = 10,
  KEY_0 = 19,
  KEY_MINUS = 20,
  KEY_EQUAL = 21,
  KEY_Q = 24,
  KEY_W = 25,
  KEY_BRACKETLEFT = 34,
  KEY_BRACKETRIGHT = 35,
  KEY_Z = 52,
  KEY_N = 57,
  KEY_SLASH = 61,
};

/* Plain values are those a layout gives without Shift or AltGr. */
static const char azerty[] = "abcdefghijklmnopqrstuvwxyz&\"'(-_)=^$*,;:!<";
static const char bepo[] = "abcdefghijklmnopqrstuvwxyz\"()@+-/*=%$,.'";
static const char qwertz[] = "abcdefghijklmnopqrstuvwxyz1234567890+#-.,<^";
static const char qwerty[] = "abcdefghijklmnopqrstuvwxyz1234567890-=[];',./\\`";
static const char cyrillic[] = "1234567890-=.\\";

static gboolean
can_type (guint    keyval,
          gpointer user_data)
{
  return keyval < 128 && strchr (user_data, (int) keyval) != NULL;
}

static void
test_layouts (void)
{
  static const struct
  {
    const char      *layout;
    guint            keycode;
    GdkModifierType  state;
    const char      *action;
  } presses[] = {
    { azerty, KEY_1, GDK_CONTROL_MASK, "board.zoom-fit" },
    { azerty, KEY_0, GDK_CONTROL_MASK, "board.zoom-100" },
    { azerty, KEY_BRACKETRIGHT, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "board.to-front" },
    { azerty, KEY_SLASH, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.shortcuts" },
    { bepo, KEY_1, GDK_CONTROL_MASK, "board.zoom-fit" },
    { bepo, KEY_0, GDK_CONTROL_MASK, "board.zoom-100" },
    { bepo, KEY_BRACKETLEFT, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "board.to-back" },
    { qwertz, KEY_BRACKETLEFT, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "board.to-back" },
    { cyrillic, KEY_Z, GDK_CONTROL_MASK, "board.undo" },
    { cyrillic, KEY_Z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "board.redo" },
    { cyrillic, KEY_N, 0, "board.new-card" },

    /* What a layout types keeps its own key. */
    { azerty, KEY_W, GDK_CONTROL_MASK, NULL },
    { azerty, KEY_Q, GDK_CONTROL_MASK, NULL },
    { bepo, KEY_W, GDK_CONTROL_MASK, NULL },
    { bepo, KEY_Z, GDK_CONTROL_MASK, NULL },
    { qwertz, KEY_Z, GDK_CONTROL_MASK, NULL },
    { qwertz, KEY_1, GDK_CONTROL_MASK, NULL },
    { qwerty, KEY_1, GDK_CONTROL_MASK, NULL },
    { cyrillic, KEY_1, GDK_CONTROL_MASK, NULL },

    /* Keys that mean nothing, or are none. */
    { azerty, KEY_1, GDK_CONTROL_MASK | GDK_ALT_MASK, NULL },
    { cyrillic, KEY_1 - 1, GDK_CONTROL_MASK, NULL },
    { cyrillic, 0, GDK_CONTROL_MASK, NULL },
    { cyrillic, 62, GDK_CONTROL_MASK, NULL },
    { cyrillic, G_MAXUINT, GDK_CONTROL_MASK, NULL },
    { cyrillic, 36, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (presses); i++)
    {
      const CommonsCommand *command = commons_key_match_find (presses[i].keycode, presses[i].state,
                                                              can_type, (gpointer) presses[i].layout);

      g_test_message ("key %u with %x on a layout of %s", presses[i].keycode, presses[i].state, presses[i].layout);
      g_assert_cmpstr (command ? command->action : NULL, ==, presses[i].action);
    }
}

/* Locks of the keyboard and buttons of the mouse are no modifiers. */
static void
test_locks (void)
{
  const CommonsCommand *command = commons_key_match_find (KEY_1, GDK_CONTROL_MASK | GDK_LOCK_MASK | GDK_BUTTON1_MASK,
                                                          can_type, (gpointer) azerty);

  g_assert_nonnull (command);
  g_assert_cmpstr (command->action, ==, "board.zoom-fit");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/key-match/layouts", test_layouts);
  g_test_add_func ("/ui/key-match/locks", test_locks);

  return g_test_run ();
}
