/* commons-sides-merge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers taken up in one card of the group, one that is made or one that is
 * there: the words are asked for first.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-card-picker.h"
#include "commons-enumerate.h"
#include "commons-merge-dialog.h"
#include "commons-picture.h"
#include "commons-reconcile.h"
#include "commons-sides-view-private.h"

static CommonsBoard *
get_board (CommonsSidesView *self)
{
  return commons_document_get_board (self->document);
}

static CommonsEditor *
get_editor (CommonsSidesView *self)
{
  return commons_document_get_editor (self->document);
}

/* Who asked, for which answers, and of what card of the community. */
typedef struct
{
  CommonsSidesView *self;
  GPtrArray        *ids;
  char             *shared; /* NULL to make one */
} Question;

static void
free_question (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->self);
  g_ptr_array_unref (question->ids);
  g_free (question->shared);
  g_free (question);
}

static Question *
make_question (CommonsSidesView *self,
               GPtrArray        *ids,
               const char       *shared)
{
  Question *question = g_new0 (Question, 1);

  *question = (Question) { g_object_ref (self), g_ptr_array_ref (ids), g_strdup (shared) };

  return question;
}

/* A text that needs more room than its card has gets it. */
static int
measure (CommonsSidesView *self,
         const char       *kind,
         int               width,
         const char       *text)
{
  CommonsCatalogue *catalogue = _commons_sides_view_get_catalogue (self);
  g_autoptr (CommonsPicture) picture = commons_picture_new (get_board (self), catalogue,
                                                            commons_theme_get (COMMONS_THEME_LIGHT, FALSE));

  return commons_picture_measure_height (picture, kind, width, text);
}

static void
merge (Question   *question,
       const char *text)
{
  CommonsSidesView *self = question->self;
  CommonsRecord *first;
  const char *kind;
  g_autofree char *id = NULL;
  CommonsRect visible;
  int width;

  if (!_commons_sides_view_is_editable (self))
    return;

  first = commons_board_lookup_node (get_board (self), g_ptr_array_index (question->ids, 0));
  if (first == NULL)
    return;

  _commons_sides_view_get_visible (self, &visible);
  kind = commons_reconcile_choose_kind (get_board (self), question->ids);
  width = commons_record_get_bounds (first)->width;
  id = commons_reconcile_merge (get_editor (self), _commons_sides_view_get_catalogue (self), question->ids, text,
                                measure (self, kind, width, text), &visible, _("Merge Answers"));
  if (id != NULL)
    _commons_sides_view_tell (self, g_strdup_printf (ngettext ("%'u answer merged", "%'u answers merged", question->ids->len),
                                 question->ids->len));
}

static void
add (Question   *question,
     const char *text)
{
  CommonsSidesView *self = question->self;
  CommonsRecord *shared = commons_board_lookup_node (get_board (self), question->shared);
  const CommonsRect *bounds;
  gboolean same;

  if (shared == NULL || !_commons_sides_view_is_editable (self))
    return;

  same = g_strcmp0 (text, commons_record_get_text (shared)) == 0;
  bounds = commons_record_get_bounds (shared);
  if (commons_reconcile_add (get_editor (self), _commons_sides_view_get_catalogue (self), question->ids,
                             question->shared, same ? NULL : text,
                             same ? 0 : MAX (bounds->height, measure (self, commons_record_get_kind (shared), bounds->width, text)),
                             _("Add Answers")))
    {
      shared = commons_board_lookup_node (get_board (self), question->shared);
      _commons_sides_view_tell (self, g_strdup_printf (ngettext ("%'u answer added to “%s”", "%'u answers added to “%s”", question->ids->len),
                                   question->ids->len, commons_record_get_shown_title (shared)));
    }
}

static void
written_cb (Question   *question,
            const char *text)
{
  if (question->self->document == NULL || question->self->view == NULL)
    return;

  if (question->shared == NULL)
    merge (question, text);
  else
    add (question, text);
}

static void
present (CommonsSidesView *self,
         GtkWidget        *dialog)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static char *
list_people (CommonsSidesView *self,
             GPtrArray        *ids)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      const CommonsOwnAnswer *answer = commons_sides_find (self->sides, g_ptr_array_index (ids, i));
      const char *name = answer ? commons_sides_describe_author (answer->author) : NULL;

      if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }

  return commons_enumerate (names);
}

static void
ask_for_text (CommonsSidesView *self,
              GPtrArray        *ids,
              const char       *shared)
{
  CommonsRecord *record = shared ? commons_board_lookup_node (get_board (self), shared) : NULL;
  g_autofree char *people = list_people (self, ids);
  g_autofree char *words = commons_reconcile_propose_text (get_board (self), ids);
  GtkWidget *dialog = commons_merge_dialog_new (record ? commons_record_get_text (record) : NULL, words, people);

  g_signal_connect_data (dialog, "written", G_CALLBACK (written_cb), make_question (self, ids, shared), free_question,
                         G_CONNECT_SWAPPED);
  present (self, dialog);
}

void
_commons_sides_view_merge (CommonsSidesView *self,
                           GPtrArray        *ids)
{
  if (ids->len > 0)
    ask_for_text (self, ids, NULL);
}

void
_commons_sides_view_add_to (CommonsSidesView *self,
                            GPtrArray        *ids,
                            const char       *shared)
{
  CommonsRecord *record = commons_board_lookup_node (get_board (self), shared);

  if (ids->len == 0 || record == NULL || !_commons_sides_view_is_editable (self))
    return;

  /* A locked card goes on saying what it says: there is nothing to ask. */
  if (commons_record_is_locked (record))
    {
      Question question = { self, ids, (char *) shared };

      add (&question, commons_record_get_text (record));
      return;
    }

  ask_for_text (self, ids, shared);
}

static void
picked_cb (CommonsCardPicker *picker,
           const char        *id,
           Question          *question)
{
  g_autofree char *shared = g_strdup (id);
  CommonsSidesView *self = question->self;
  g_autoptr (GPtrArray) ids = g_ptr_array_ref (question->ids);

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (picker));
  if (self->document != NULL && self->view != NULL)
    _commons_sides_view_add_to (self, ids, shared);
  g_object_unref (self);
}

/* The cards of the community, those of the same questions first. */
static CommonsChoices *
list_shared (CommonsSidesView *self,
             GPtrArray        *ids)
{
  CommonsChoices *choices = commons_choices_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < commons_sides_get_n_topics (self->sides); i++)
        {
          const CommonsSidesTopic *topic = commons_sides_get_topic (self->sides, i);
          const CommonsOwnAnswer *first = commons_sides_find (self->sides, g_ptr_array_index (ids, 0));
          gboolean near = g_ptr_array_find (topic->own, first, NULL);

          for (guint j = 0; near == (pass == 0) && j < topic->shared->len; j++)
            {
              CommonsRecord *card = ((CommonsSharedAnswer *) g_ptr_array_index (topic->shared, j))->card;
              const char *id = commons_record_get_id (card);
              const CommonsKind *kind = commons_catalogue_get_kind (_commons_sides_view_get_catalogue (self),
                                                                    commons_record_get_kind (card));
              const char *title = commons_record_get_shown_title (card);

              if (g_hash_table_add (seen, (gpointer) id))
                commons_choices_add (choices, id, kind ? kind->id : NULL, *title != '\0' ? title : _("Untitled"),
                                     kind ? kind->label : NULL);
            }
        }
    }

  return choices;
}

void
_commons_sides_view_add (CommonsSidesView *self,
                         GPtrArray        *ids)
{
  g_autofree char *people = NULL;
  GtkWidget *picker;

  if (ids->len == 0)
    return;

  people = list_people (self, ids);
  picker = commons_card_picker_new (_commons_sides_view_get_catalogue (self));
  commons_card_picker_set_choices (COMMONS_CARD_PICKER (picker), _("Add to Which Card?"), people,
                                   _("Search cards of the group"), list_shared (self, ids));
  g_signal_connect_data (picker, "picked", G_CALLBACK (picked_cb), make_question (self, ids, NULL), free_question, 0);
  present (self, picker);
}
