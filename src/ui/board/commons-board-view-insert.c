/* commons-board-view-insert.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts on the board what comes from elsewhere: clips, texts, files.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "commons-arrange.h"
#include "commons-board-view-private.h"
#include "commons-clip-lines.h"
#include "commons-clip-places.h"
#include "commons-clip.h"
#include "commons-file-bytes.h"
#include "commons-one-line.h"
#include "commons-paste-dialog.h"
#include "commons-refile.h"

/* More texts than this take longer to measure than people like to wait. */
#define MAX_MEASURED 1000

/* A guess from the name. What is no text, drawing or board is pointed to. */
typedef enum
{
  FILE_OTHER,
  FILE_BOARD,
  FILE_DRAWING,
  FILE_TEXT,
} FileSort;

typedef struct
{
  CommonsBoardView *view;
  CommonsBoard     *board; /* the one it is for: another may be shown since */
  GFile            *file;
  double            x;
  double            y;
} Insertion;

static Insertion *
insertion_new (CommonsBoardView *self,
               GFile            *file,
               double            x,
               double            y)
{
  Insertion *insertion = g_new0 (Insertion, 1);

  insertion->view = g_object_ref (self);
  insertion->board = g_object_ref (self->board);
  insertion->file = file != NULL ? g_object_ref (file) : NULL;
  insertion->x = x;
  insertion->y = y;

  return insertion;
}

static void
insertion_free (gpointer data)
{
  Insertion *insertion = data;

  g_clear_object (&insertion->view);
  g_clear_object (&insertion->board);
  g_clear_object (&insertion->file);
  g_free (insertion);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Insertion, insertion_free)

static gboolean
is_still_wanted (Insertion *insertion)
{
  return insertion->view->board == insertion->board && _commons_board_view_is_editable (insertion->view);
}

static void
tell (CommonsBoardView *self,
      guint             n_added,
      guint             n_skipped)
{
  g_autofree char *added = NULL;
  g_autofree char *skipped = NULL;
  g_autofree char *message = NULL;

  added = g_strdup_printf (ngettext ("%'u card added", "%'u cards added", n_added), n_added);
  if (n_skipped == 0)
    {
      _commons_board_view_toast (self, added, TRUE);
      return;
    }

  skipped = g_strdup_printf (ngettext ("%'u drawn thing left out", "%'u drawn things left out", n_skipped), n_skipped);
  /* Translators: “3 cards added, 2 drawn things left out” */
  message = g_strdup_printf (_("%s, %s"), added, skipped);
  _commons_board_view_toast (self, message, TRUE);
}

void
_commons_board_view_insert_clip (CommonsBoardView *self,
                                 CommonsBoard     *clip,
                                 guint             n_skipped,
                                 double            x,
                                 double            y)
{
  g_autoptr (GPtrArray) ids = NULL;
  guint n_nodes = commons_board_get_n_nodes (clip);

  if (n_nodes == 0)
    {
      _commons_board_view_toast (self, n_skipped > 0 ? _("There are no cards in this drawing.")
                                                     : _("There are no cards in this."), FALSE);
      return;
    }

  commons_board_view_finish_editing (self);
  commons_editor_begin (self->editor, _("Paste"), NULL);
  ids = commons_arrange_paste (self->editor, clip, x, y, _("Paste"));
  commons_refile_settle (self->editor, self->catalogue, ids, _("Paste"));
  commons_editor_commit (self->editor);
  _commons_board_view_select_copies (self, ids);
  if (ids->len > 0)
    _commons_board_view_reveal (self, g_ptr_array_index (ids, 0));
  tell (self, n_nodes, n_skipped);
}

static int
measure_cb (const char *kind,
            int         width,
            const char *text,
            gpointer    data)
{
  CommonsBoardView *self = data;

  return commons_picture_measure_height (self->picture, kind, width, text);
}

static void
insert_cards (CommonsBoardView  *self,
              GPtrArray         *cards,
              CommonsClipLayout  layout,
              const char        *kind,
              double             x,
              double             y)
{
  g_autoptr (CommonsBoard) clip = NULL;

  clip = commons_clip_lay_out (cards, layout, self->catalogue, kind,
                               cards->len <= MAX_MEASURED ? measure_cb : NULL, self);
  _commons_board_view_insert_clip (self, clip, 0, x, y);
}

static void
insert_whole (CommonsBoardView *self,
              const char       *text,
              const char       *kind,
              double            x,
              double            y)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = commons_clip_read_whole (text, &error);

  if (cards == NULL)
    _commons_board_view_toast (self, error->message, FALSE);
  else if (cards->len == 0)
    _commons_board_view_toast (self, _("There is no text to paste."), FALSE);
  else
    insert_cards (self, cards, COMMONS_CLIP_FLAT, kind, x, y);
}

void
_commons_board_view_insert_plain (CommonsBoardView *self,
                                  const char       *text,
                                  double            x,
                                  double            y)
{
  insert_whole (self, text, NULL, x, y);
}

static void
accepted_cb (CommonsPasteDialog *dialog,
             CommonsPasteChoice  choice,
             const char         *kind,
             Insertion          *insertion)
{
  GPtrArray *cards = commons_paste_dialog_get_cards (dialog);

  g_assert (COMMONS_IS_PASTE_DIALOG (dialog));

  if (!is_still_wanted (insertion))
    return;

  if (choice == COMMONS_PASTE_WHOLE)
    insert_whole (insertion->view, commons_paste_dialog_get_text (dialog), kind, insertion->x, insertion->y);
  else
    insert_cards (insertion->view, cards, choice == COMMONS_PASTE_NESTED ? COMMONS_CLIP_NESTED : COMMONS_CLIP_FLAT,
                  kind, insertion->x, insertion->y);
}

static void
destroy_insertion (gpointer  data,
                   GClosure *closure)
{
  insertion_free (data);
}

static void
ask_about_lines (CommonsBoardView *self,
                 const char       *text,
                 GPtrArray        *cards,
                 double            x,
                 double            y)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = commons_paste_dialog_new (text, cards, self->catalogue);

  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb),
                         insertion_new (self, NULL, x, y), destroy_insertion, 0);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Text that is a board or a drawing is put in place; returns FALSE for text
 * that is text. */
static gboolean
insert_json (CommonsBoardView *self,
             const char       *text,
             double            x,
             double            y)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (text[strspn (text, " \t\r\n")] != '{')
    return FALSE;

  bytes = g_bytes_new (text, strlen (text));

  return _commons_board_view_insert_bytes (self, bytes, x, y, &error);
}

void
_commons_board_view_insert_text (CommonsBoardView *self,
                                 const char       *text,
                                 double            x,
                                 double            y)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (CommonsBoard) links = NULL;

  if (insert_json (self, text, x, y))
    return;

  links = commons_clip_read_addresses (text);
  if (links != NULL)
    {
      _commons_board_view_insert_clip (self, links, 0, x, y);
      return;
    }

  cards = commons_clip_read_table (text, &error);
  if (cards == NULL && error == NULL)
    cards = commons_clip_read_lines (text, &error);

  if (cards == NULL)
    _commons_board_view_toast (self, error->message, FALSE);
  else if (cards->len == 0)
    _commons_board_view_toast (self, _("There is no text to paste."), FALSE);
  else if (cards->len == 1)
    insert_cards (self, cards, COMMONS_CLIP_FLAT, NULL, x, y);
  else
    ask_about_lines (self, text, cards, x, y);
}

/* Returns FALSE, and no word to anybody, when the bytes were never meant to be
 * a board; other faults are told here. */
gboolean
_commons_board_view_insert_bytes (CommonsBoardView  *self,
                                  GBytes            *bytes,
                                  double             x,
                                  double             y,
                                  GError           **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (CommonsBoard) clip = NULL;
  guint n_skipped;

  clip = commons_clip_read_json (bytes, &n_skipped, &fault);

  if (clip != NULL)
    {
      _commons_board_view_insert_clip (self, clip, n_skipped, x, y);
      return TRUE;
    }

  if (fault->code == COMMONS_IO_ERROR_SYNTAX || fault->code == COMMONS_IO_ERROR_UNKNOWN ||
      fault->code == COMMONS_IO_ERROR_EMPTY)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }

  _commons_board_view_toast (self, fault->message, FALSE);
  return TRUE;
}

static FileSort
guess_sort (GFile *file)
{
  static const struct { const char *suffix; FileSort sort; } suffixes[] = {
    { ".commons", FILE_BOARD }, { ".canvas", FILE_BOARD }, { ".excalidraw", FILE_DRAWING },
    { ".txt", FILE_TEXT }, { ".md", FILE_TEXT }, { ".markdown", FILE_TEXT },
    { ".csv", FILE_TEXT }, { ".tsv", FILE_TEXT },
  };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name != NULL ? name : "", -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      if (g_str_has_suffix (lower, suffixes[i].suffix))
        return suffixes[i].sort;
    }

  return FILE_OTHER;
}

static void
read_in_worker (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = commons_file_bytes_read (data, NULL, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
say_unreadable (Insertion  *insertion,
                const char *reason)
{
  g_autofree char *base = g_file_get_basename (insertion->file);
  g_autofree char *name = commons_one_line (base != NULL ? base : "");
  g_autofree char *message = NULL;

  /* Translators: name of a file, then why it could not be read */
  message = g_strdup_printf (_("“%s” could not be read: %s"), name, reason);
  _commons_board_view_toast (insertion->view, message, FALSE);
}

static void
file_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Insertion) insertion = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *text = NULL;
  FileSort sort = guess_sort (insertion->file);

  if (!is_still_wanted (insertion))
    return;

  if (bytes == NULL)
    {
      say_unreadable (insertion, error->message);
      return;
    }

  if (sort == FILE_BOARD || sort == FILE_DRAWING)
    {
      if (!_commons_board_view_insert_bytes (insertion->view, bytes, insertion->x, insertion->y, &error))
        say_unreadable (insertion, error->message);
      return;
    }

  text = commons_clip_decode_text (bytes);
  if (text != NULL)
    _commons_board_view_insert_text (insertion->view, text, insertion->x, insertion->y);
  else
    say_unreadable (insertion, _("it holds no text"));
}

void
_commons_board_view_insert_content (CommonsBoardView *self,
                                    GFile            *file,
                                    double            x,
                                    double            y)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, file_read_cb, insertion_new (self, file, x, y));

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_worker);
}

static void
point_to (CommonsBoardView *self,
          GPtrArray        *files,
          double            x,
          double            y)
{
  GFile *own = commons_document_get_file (self->document);
  g_autoptr (GFile) folder = own != NULL ? g_file_get_parent (own) : NULL;
  g_autoptr (CommonsBoard) clip = NULL;

  if (files->len == 0)
    return;

  clip = commons_clip_point_to_files (files, folder);
  _commons_board_view_insert_clip (self, clip, 0, x, y);
}

static void
open_boards (CommonsBoardView *self,
             GPtrArray        *files)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkApplication *application = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;

  if (files->len > 0 && application != NULL)
    g_application_open (G_APPLICATION (application), (GFile **) files->pdata, (int) files->len, "");
}

/* Drawings and a single text become cards; boards, which are whole documents,
 * are opened when they are dropped; anything else is pointed to. */
void
_commons_board_view_insert_files (CommonsBoardView *self,
                                  GPtrArray        *files,
                                  gboolean          dropped,
                                  double            x,
                                  double            y)
{
  g_autoptr (GPtrArray) boards = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      FileSort sort = guess_sort (file);

      if (sort == FILE_BOARD && dropped)
        g_ptr_array_add (boards, file);
      else if (_commons_board_view_is_editable (self) &&
               (sort == FILE_BOARD || sort == FILE_DRAWING || (sort == FILE_TEXT && files->len == 1)))
        _commons_board_view_insert_content (self, file, x, y);
      else
        g_ptr_array_add (others, file);
    }

  open_boards (self, boards);
  if (_commons_board_view_is_editable (self))
    point_to (self, others, x, y);
}

void
commons_board_view_import (CommonsBoardView *self,
                           GFile            *file)
{
  double x, y;

  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (!_commons_board_view_is_editable (self))
    return;

  commons_viewport_to_board (&self->viewport, self->viewport.width / 2.0, self->viewport.height / 2.0, &x, &y);
  _commons_board_view_insert_content (self, file, x, y);
}
