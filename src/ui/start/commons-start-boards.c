/* commons-start-boards.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "commons-known-boards.h"
#include "commons-rings.h"
#include "commons-start-boards.h"
#include "commons-start-picture.h"

#define MAX_RECENT 6

#define WIDTH  76
#define HEIGHT 50

struct _CommonsStartBoards
{
  GtkBox     parent_instance;

  GtkWidget *list;
  GtkWidget *nothing;  /* said instead of an empty list */
  GPtrArray *rows;     /* Row */
  GStrv      words;    /* what is looked for; NULL for all */
  guint      update;   /* source that lists again */
  gboolean   recent;
};

typedef struct
{
  CommonsStartBoards *list;    /* which owns it */
  GtkWidget          *row;
  GtkWidget          *picture;
  GtkWidget          *rings;
  GtkWidget          *forget;
  char               *uri;
  char               *search;
} Row;

enum
{
  OPEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsStartBoards, commons_start_boards, GTK_TYPE_BOX)

static guint signals[N_SIGNALS];

gboolean
commons_start_words_match (const char * const *words,
                           const char         *text)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (words != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  folded = g_utf8_casefold (text, -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (folded, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_signal_handlers_disconnect_by_data (row->picture, row);
  g_signal_handlers_disconnect_by_data (row->row, row);
  if (row->forget != NULL)
    g_signal_handlers_disconnect_by_data (row->forget, row);
  g_clear_object (&row->forget);
  g_clear_object (&row->picture);
  g_clear_object (&row->row);
  g_free (row->uri);
  g_free (row->search);
  g_free (row);
}

static void
activated_cb (Row *row)
{
  g_autofree char *uri = g_strdup (row->uri);

  g_signal_emit (row->list, signals[OPEN], 0, uri);
}

static void
forget_cb (Row *row)
{
  g_autofree char *uri = g_strdup (row->uri);

  /* The list follows, and the row is gone. */
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

static void
say_missing (Row *row)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row->row), _("This file is no longer there"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->row), FALSE);
  gtk_widget_add_css_class (row->row, "start-missing");
  gtk_widget_set_visible (row->rings, FALSE);
  gtk_widget_set_visible (row->forget, TRUE);
}

static void
looked_cb (Row                 *row,
           const CommonsGlance *glance)
{
  if (glance->missing && row->list->recent)
    {
      say_missing (row);
      return;
    }

  if (glance->title != NULL)
    {
      g_autofree char *before = row->search;

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), glance->title);
      row->search = g_strconcat (before, "\n", glance->title, NULL);
    }

  if (row->list->recent)
    commons_rings_set (COMMONS_RINGS (row->rings), COMMONS_GLANCE_SHEETS, glance->done, glance->total);
}

static GtkWidget *
make_forget (Row *row)
{
  GtkWidget *button = gtk_button_new_with_label (_("Remove From List"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (forget_cb), row);

  return button;
}

static void
add_row (CommonsStartBoards      *self,
         const CommonsKnownBoard *board)
{
  Row *row = g_new0 (Row, 1);
  g_autoptr (GFile) file = g_file_new_for_uri (board->uri);

  row->list = self;
  row->uri = g_strdup (board->uri);
  row->search = g_strdup_printf ("%s\n%s", board->name, board->about);
  row->row = g_object_ref_sink (adw_action_row_new ());
  row->picture = g_object_ref_sink (commons_start_picture_new (WIDTH, HEIGHT));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), board->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row->row), board->about);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row->row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row->row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->row), TRUE);
  gtk_widget_add_css_class (row->row, "start-board");
  gtk_widget_set_valign (row->picture, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row->picture, "start-thumb");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row->row), row->picture);

  if (self->recent)
    {
      row->rings = commons_rings_new ();
      row->forget = g_object_ref_sink (make_forget (row));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row->row), row->rings);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row->row), row->forget);
    }
  else
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row->row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    }

  gtk_list_box_append (GTK_LIST_BOX (self->list), row->row);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_swapped (row->row, "activated", G_CALLBACK (activated_cb), row);
  g_signal_connect_swapped (row->picture, "looked", G_CALLBACK (looked_cb), row);

  /* What is far away may keep one waiting for as long as it likes. */
  if (commons_known_board_is_near (board))
    commons_start_picture_load (COMMONS_START_PICTURE (row->picture), file, NULL, FALSE);
}

static void
add_rows (CommonsStartBoards *self,
          GPtrArray          *boards)
{
  for (guint i = 0; i < boards->len; i++)
    add_row (self, g_ptr_array_index (boards, i));
}

static void
show_rows (CommonsStartBoards *self)
{
  guint n_shown = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      gboolean shown = self->words == NULL ||
                       commons_start_words_match ((const char * const *) self->words, row->search);

      gtk_widget_set_visible (row->row, shown);
      n_shown += shown;
    }

  gtk_widget_set_visible (self->list, n_shown > 0);
  gtk_widget_set_visible (self->nothing, n_shown == 0 && self->words == NULL);
}

guint
commons_start_boards_filter (CommonsStartBoards *self,
                             const char * const *words)
{
  guint n_shown = 0;

  g_return_val_if_fail (COMMONS_IS_START_BOARDS (self), 0);
  g_return_val_if_fail (words != NULL, 0);

  g_strfreev (self->words);
  self->words = words[0] != NULL ? g_strdupv ((char **) words) : NULL;
  show_rows (self);
  for (guint i = 0; i < self->rows->len; i++)
    n_shown += gtk_widget_get_visible (((Row *) g_ptr_array_index (self->rows, i))->row);
  gtk_widget_set_visible (GTK_WIDGET (self), n_shown > 0 || self->words == NULL);

  return n_shown;
}

gboolean
commons_start_boards_focus (CommonsStartBoards *self)
{
  g_return_val_if_fail (COMMONS_IS_START_BOARDS (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_visible (row->row))
        return gtk_widget_grab_focus (row->row);
    }

  return FALSE;
}

static void
clear_rows (CommonsStartBoards *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), ((Row *) g_ptr_array_index (self->rows, i))->row);
  g_ptr_array_set_size (self->rows, 0);
}

/* ---- What was open lately --------------------------------------------------- */

static void
list_recent (CommonsStartBoards *self)
{
  g_autoptr (GPtrArray) boards = commons_known_boards_list_recent (MAX_RECENT);

  add_rows (self, boards);
}

static gboolean
update_cb (gpointer user_data)
{
  CommonsStartBoards *self = user_data;

  self->update = 0;
  clear_rows (self);
  list_recent (self);
  show_rows (self);

  return G_SOURCE_REMOVE;
}

static void
recent_changed_cb (CommonsStartBoards *self)
{
  g_assert (COMMONS_IS_START_BOARDS (self));

  if (self->update == 0)
    self->update = g_idle_add (update_cb, self);
}

/* ---- Examples --------------------------------------------------------------- */

static void
list_examples (CommonsStartBoards *self)
{
  g_autoptr (GPtrArray) boards = commons_known_boards_list_examples ();

  add_rows (self, boards);
}

/* ---- The widget ------------------------------------------------------------- */

static void
commons_start_boards_dispose (GObject *object)
{
  CommonsStartBoards *self = COMMONS_START_BOARDS (object);

  g_clear_handle_id (&self->update, g_source_remove);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (commons_start_boards_parent_class)->dispose (object);
}

static void
commons_start_boards_class_init (CommonsStartBoardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_start_boards_dispose;

  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
commons_start_boards_init (CommonsStartBoards *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
}

static GtkWidget *
make_heading (const char *title,
              const char *aside)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *more = gtk_label_new (aside);

  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_add_css_class (more, "start-about");
  gtk_widget_set_visible (more, aside != NULL);
  gtk_label_set_ellipsize (GTK_LABEL (more), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (box, "start-heading");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), more);

  return box;
}

static CommonsStartBoards *
make (const char *title,
      const char *aside,
      const char *nothing)
{
  CommonsStartBoards *self = g_object_new (COMMONS_TYPE_START_BOARDS, "orientation", GTK_ORIENTATION_VERTICAL,
                                           "spacing", 9, NULL);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  self->nothing = gtk_label_new (nothing);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->nothing), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->nothing, "card");
  gtk_widget_add_css_class (self->nothing, "start-nothing");

  gtk_box_append (GTK_BOX (self), make_heading (title, aside));
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->nothing);

  return self;
}

GtkWidget *
commons_start_boards_new_recent (void)
{
  CommonsStartBoards *self = make (_("Resume"), NULL, _("The boards you save will be found here."));

  self->recent = TRUE;
  list_recent (self);
  show_rows (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (recent_changed_cb),
                           self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

GtkWidget *
commons_start_boards_new_examples (void)
{
  CommonsStartBoards *self = make (_("Worked Examples"), _("to open, undo, copy"), "");

  list_examples (self);
  show_rows (self);

  return GTK_WIDGET (self);
}
