/* edit-script.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#include "edit-script.h"

#define CHECK_ALL_EVERY 500

/* How each is written, how many numbers follow, and how often it is drawn. */
static const struct
{
  const char *name;
  guint       n_args;
  guint       weight;
} codes[EDIT_N_CODES] = {
  [EDIT_BEGIN] = { "begin", 1, 6 },
  [EDIT_COMMIT] = { "commit", 0, 6 },
  [EDIT_ROLLBACK] = { "rollback", 0, 2 },
  [EDIT_UNDO] = { "undo", 0, 8 },
  [EDIT_REDO] = { "redo", 0, 6 },
  [EDIT_BARRIER] = { "barrier", 0, 1 },
  [EDIT_SAVE] = { "save", 0, 1 },
  [EDIT_CHECK_ALL] = { "check-all", 0, 0 },
  [EDIT_ADD_CARD] = { "add-card", 5, 10 },
  [EDIT_ADD_CIRCLE] = { "add-circle", 5, 3 },
  [EDIT_ADD_LINK] = { "add-link", 4, 10 },
  [EDIT_SET_TEXT] = { "set-text", 3, 14 },
  [EDIT_SET_BOUNDS] = { "set-bounds", 5, 12 },
  [EDIT_SET_STATUS] = { "set-status", 3, 5 },
  [EDIT_SET_FIELD] = { "set-field", 3, 5 },
  [EDIT_SET_TITLE] = { "set-title", 2, 2 },
  [EDIT_SET_LABEL] = { "set-label", 3, 6 },
  [EDIT_TURN_LINK] = { "turn-link", 4, 3 },
  [EDIT_REMOVE_CARD] = { "remove-card", 2, 7 },
  [EDIT_REMOVE_LINK] = { "remove-link", 2, 4 },
  [EDIT_ORDER_CARD] = { "order-card", 3, 4 },
  [EDIT_ORDER_LINK] = { "order-link", 3, 2 },
  [EDIT_ARRANGE] = { "arrange", 5, 24 },
  [EDIT_BREAK] = { "break", 0, 0 },
};

static EditCode
draw_code (GRand *rand)
{
  guint total = 0;
  guint drawn;

  for (guint i = 0; i < EDIT_N_CODES; i++)
    total += codes[i].weight;

  drawn = (guint) g_rand_int_range (rand, 0, (gint32) total);
  for (guint i = 0;; i++)
    {
      if (drawn < codes[i].weight)
        return i;
      drawn -= codes[i].weight;
    }
}

/* Half of the time one of the first few, so that the same record is edited
 * again and again, there and back. */
static int
draw_index (GRand *rand)
{
  return g_rand_int_range (rand, 0, g_rand_boolean (rand) ? 4 : 100);
}

static int
draw_coordinate (GRand *rand)
{
  static const int extremes[] = { G_MININT, -1000001, -1000000, 0, 1000000, 1000001, G_MAXINT };

  if (g_rand_int_range (rand, 0, 40) == 0)
    return extremes[g_rand_int_range (rand, 0, G_N_ELEMENTS (extremes))];

  return g_rand_int_range (rand, -2000, 2000);
}

static Edit
draw_edit (GRand *rand,
           int   *key,
           int    number)
{
  Edit edit = { .code = draw_code (rand) };

  /* Keys come in runs, as they do while somebody types. */
  if (g_rand_int_range (rand, 0, 4) == 0)
    *key = g_rand_int_range (rand, 0, 4);

  for (guint i = 1; i < EDIT_MAX_ARGS; i++)
    edit.args[i] = draw_index (rand);
  edit.args[0] = *key;

  if (edit.code == EDIT_ADD_CARD || edit.code == EDIT_ADD_CIRCLE || edit.code == EDIT_SET_BOUNDS)
    {
      edit.args[2] = draw_coordinate (rand);
      edit.args[3] = draw_coordinate (rand);
      edit.args[4] = g_rand_int_range (rand, -1, 1500);
    }
  if (edit.code == EDIT_ADD_CARD || edit.code == EDIT_ADD_CIRCLE || edit.code == EDIT_ADD_LINK)
    edit.args[1] = number;

  return edit;
}

GArray *
edit_script_new_random (guint32 seed,
                        guint   length)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GArray *script = g_array_sized_new (FALSE, FALSE, sizeof (Edit), length);
  const Edit commit = { .code = EDIT_COMMIT };
  const Edit check_all = { .code = EDIT_CHECK_ALL };
  int key = 0;

  while (script->len < length)
    {
      Edit edit = draw_edit (rand, &key, (int) script->len);

      g_array_append_val (script, edit);
      if (script->len % CHECK_ALL_EVERY == CHECK_ALL_EVERY - 2)
        {
          g_array_append_val (script, commit);
          g_array_append_val (script, check_all);
        }
    }

  return script;
}

static gboolean
parse_line (const char  *line,
            Edit        *edit,
            GError     **error)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint n_args = g_strv_length (words) - 1;

  *edit = (Edit) { .code = 0 };
  while (edit->code < EDIT_N_CODES && !g_str_equal (codes[edit->code].name, words[0]))
    edit->code++;

  if (edit->code == EDIT_N_CODES || n_args != codes[edit->code].n_args)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” is no edit", line);
      return FALSE;
    }

  for (guint i = 0; i < n_args; i++)
    {
      gint64 number;

      if (!g_ascii_string_to_signed (words[i + 1], 10, G_MININT, G_MAXINT, &number, error))
        return FALSE;
      edit->args[i] = (int) number;
    }

  return TRUE;
}

GArray *
edit_script_parse (const char  *text,
                   GError     **error)
{
  g_autoptr (GArray) script = g_array_new (FALSE, FALSE, sizeof (Edit));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      Edit edit;

      g_strstrip (lines[i]);
      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      if (!parse_line (lines[i], &edit, error))
        return NULL;
      g_array_append_val (script, edit);
    }

  return g_steal_pointer (&script);
}

char *
edit_format (const Edit *edit)
{
  GString *line = g_string_new (codes[edit->code].name);

  for (guint i = 0; i < codes[edit->code].n_args; i++)
    g_string_append_printf (line, " %d", edit->args[i]);

  return g_string_free (line, FALSE);
}

char *
edit_script_format (const GArray *script)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < script->len; i++)
    {
      g_autofree char *line = edit_format (&g_array_index (script, Edit, i));

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (text, FALSE);
}

gboolean
edit_is_transactional (const Edit *edit)
{
  return edit->code >= EDIT_ADD_CARD && edit->code <= EDIT_ARRANGE;
}

const char *
edit_get_name (const Edit *edit)
{
  return codes[edit->code].name;
}
