/* commons-sides-topic.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One question with both its sides: answers by person on one, what the group
 * holds on the other.
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "commons-reconcile.h"
#include "commons-sides-view-private.h"

/* Answers to one question that are shown at first, and more each time. */
#define PAGE 60

#define AVATAR_SIZE 28

/* Proposals that are made at a time. */
#define MAX_PROPOSALS 3

static const char *
get_key (const CommonsSidesTopic *topic)
{
  return topic->question ? topic->question : "";
}

static guint
get_limit (CommonsSidesView        *self,
           const CommonsSidesTopic *topic)
{
  guint more = GPOINTER_TO_UINT (g_hash_table_lookup (self->limits, get_key (topic)));

  return PAGE + more;
}

static gboolean
accepts (CommonsSidesView       *self,
         const CommonsOwnAnswer *answer)
{
  CommonsSidesFilter filter;

  _commons_sides_view_get_filter (self, &filter);

  return commons_sides_filter_accepts (&filter, answer);
}

gboolean
_commons_sides_topic_is_shown (CommonsSidesView        *self,
                               const CommonsSidesTopic *topic)
{
  if (!commons_sides_has_sheet (_commons_sides_view_get_catalogue (self), topic, self->sheet))
    return FALSE;

  if (self->author == NULL && self->wanted == 0)
    return TRUE;

  for (guint i = 0; i < topic->own->len; i++)
    {
      if (accepts (self, g_ptr_array_index (topic->own, i)))
        return TRUE;
    }

  return FALSE;
}

/* All that a topic shows, so that one that would look the same is left as it
 * is. Records are told by their address: the last comparison keeps them. */
char *
_commons_sides_topic_sign (CommonsSidesView        *self,
                           const CommonsSidesTopic *topic)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u %d %s %u|", get_limit (self, topic), _commons_sides_view_is_editable (self),
                          self->author ? self->author : "*", self->wanted);
  for (guint i = 0; i < topic->own->len; i++)
    {
      const CommonsOwnAnswer *own = g_ptr_array_index (topic->own, i);

      g_string_append_printf (text, "%p %d %u ", (void *) own->card, own->outcome, own->n_others);
    }
  for (guint i = 0; i < topic->shared->len; i++)
    {
      const CommonsSharedAnswer *shared = g_ptr_array_index (topic->shared, i);

      g_string_append_printf (text, "|%p", (void *) shared->card);
      for (guint j = 0; j < shared->sources->len; j++)
        g_string_append_printf (text, " %p", (void *) ((CommonsOwnAnswer *) g_ptr_array_index (shared->sources, j))->card);
    }

  return g_string_free (text, FALSE);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_list (const char *label)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return list;
}

static void
append_card (CommonsSidesView *self,
             GtkWidget        *list,
             GtkWidget        *card)
{
  _commons_sides_view_init_card (self, COMMONS_SIDES_CARD (card));
  if (!commons_sides_card_is_hidden (COMMONS_SIDES_CARD (card)))
    _commons_sides_view_init_drag (self, COMMONS_SIDES_CARD (card));
  gtk_box_append (GTK_BOX (list), card);
}

static void
append_person (GtkWidget  *list,
               const char *author)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *avatar = adw_avatar_new (AVATAR_SIZE, author, *author != '\0');

  gtk_widget_add_css_class (box, "sides-person");
  gtk_box_append (GTK_BOX (box), avatar);
  gtk_box_append (GTK_BOX (box), make_label (commons_sides_describe_author (author), "sides-author"));
  gtk_box_append (GTK_BOX (list), box);
}

static void
append_hidden (CommonsSidesView *self,
               GtkWidget        *list,
               GPtrArray        *hidden)
{
  if (hidden->len > 0)
    append_card (self, list, commons_sides_card_new_hidden (hidden));
  g_ptr_array_set_size (hidden, 0);
}

/* Answers by person: those that can be read, then how many cannot. Returns how
 * many were left out. */
static guint
fill_own (CommonsSidesView        *self,
          const CommonsSidesTopic *topic,
          GtkWidget               *list)
{
  CommonsCatalogue *catalogue = _commons_sides_view_get_catalogue (self);
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();
  const char *author = NULL;
  guint limit = get_limit (self, topic), n_shown = 0, n_left = 0;

  for (guint i = 0; i < topic->own->len; i++)
    {
      const CommonsOwnAnswer *own = g_ptr_array_index (topic->own, i);

      if (!accepts (self, own))
        continue;

      if (n_shown >= limit)
        {
          n_left++;
          continue;
        }

      if (author == NULL || !g_str_equal (author, own->author))
        {
          append_hidden (self, list, hidden);
          append_person (list, own->author);
          author = own->author;
        }

      n_shown++;
      if (commons_record_is_hidden (own->card))
        g_ptr_array_add (hidden, (gpointer) own);
      else
        append_card (self, list, commons_sides_card_new_own (catalogue, own));
    }
  append_hidden (self, list, hidden);

  return n_left;
}

static void
more_cb (CommonsSidesView *self,
         GtkWidget        *button)
{
  const char *key = g_object_get_data (G_OBJECT (button), "question");
  guint more = GPOINTER_TO_UINT (g_hash_table_lookup (self->limits, key));

  g_assert (COMMONS_IS_SIDES_VIEW (self));

  g_hash_table_insert (self->limits, g_strdup (key), GUINT_TO_POINTER (more + 4 * PAGE));
  _commons_sides_view_update (self);
}

static void
append_more (CommonsSidesView        *self,
             const CommonsSidesTopic *topic,
             GtkWidget               *column,
             guint                    n_left)
{
  g_autofree char *words = NULL;
  GtkWidget *button;

  if (n_left == 0)
    return;

  words = g_strdup_printf (ngettext ("%'u more answer", "%'u more answers", n_left), n_left);
  button = gtk_button_new_with_label (words);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "question", g_strdup (get_key (topic)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), button);
}

static void
fill_shared (CommonsSidesView        *self,
             const CommonsSidesTopic *topic,
             GtkWidget               *list)
{
  guint limit = get_limit (self, topic);

  for (guint i = 0; i < MIN (topic->shared->len, limit); i++)
    append_card (self, list, commons_sides_card_new_shared (_commons_sides_view_get_catalogue (self),
                                                            g_ptr_array_index (topic->shared, i)));

  if (topic->shared->len == 0)
    {
      GtkWidget *hint = make_label (topic->own->len > 0 ? _("Nothing is held together yet. Drag an answer here to keep it.")
                                                        : "", "sides-hint");

      gtk_box_append (GTK_BOX (list), hint);
    }
}

static void
append_proposal (GtkWidget *column,
                 GPtrArray *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Merge…"));
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autofree char *words = NULL;
  GVariantBuilder ids;
  GtkWidget *label;

  g_variant_builder_init (&ids, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < group->len; i++)
    {
      const CommonsOwnAnswer *own = g_ptr_array_index (group, i);

      g_string_append_printf (titles, i > 0 ? ", “%s”" : "“%s”", commons_record_get_title (own->card));
      g_variant_builder_add (&ids, "s", commons_record_get_id (own->card));
    }

  /* Translators: %s is a list of titles in quotation marks */
  words = g_strdup_printf (_("Do these say the same? %s"), titles->str);
  label = make_label (words, "sides-proposal-words");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "sides.merge-these");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_builder_end (&ids));
  gtk_widget_add_css_class (box, "sides-proposal");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("cc-tip-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (column), box);
}

static void
append_proposals (CommonsSidesView        *self,
                  const CommonsSidesTopic *topic,
                  GtkWidget               *column)
{
  g_autoptr (GPtrArray) groups = NULL;

  /* What answers no question need not be about the same. */
  if (topic->question == NULL || self->author != NULL || !_commons_sides_view_is_editable (self))
    return;

  groups = commons_reconcile_list_alike (topic->own);
  for (guint i = 0; i < MIN (groups->len, MAX_PROPOSALS); i++)
    append_proposal (column, g_ptr_array_index (groups, i));
}

static guint
count_hidden (CommonsSidesView        *self,
              const CommonsSidesTopic *topic)
{
  guint n = 0;

  for (guint i = 0; i < topic->own->len; i++)
    {
      const CommonsOwnAnswer *own = g_ptr_array_index (topic->own, i);

      n += commons_record_is_hidden (own->card) && accepts (self, own);
    }

  return n;
}

/* Such as “Definition · 2”. */
static char *
describe_place (CommonsCatalogue        *catalogue,
                const CommonsSidesTopic *topic)
{
  const CommonsQuestion *question = commons_catalogue_get_question (catalogue, topic->question);
  const CommonsSheet *sheet = commons_catalogue_get_question_sheet (catalogue, topic->question);

  if (question == NULL || sheet == NULL)
    return NULL;

  /* Translators: a guiding sheet and the number of one of its questions, such as “Definition · 2” */
  return g_strdup_printf (_("%s · %u"), sheet->title, question->number);
}

static const char *
get_title (CommonsCatalogue        *catalogue,
           const CommonsSidesTopic *topic)
{
  const CommonsQuestion *question = commons_catalogue_get_question (catalogue, topic->question);

  if (question != NULL)
    return question->question;

  return topic->question != NULL ? topic->question : _("Answers to no question of the sheets");
}

static GtkWidget *
make_header (CommonsSidesView        *self,
             const CommonsSidesTopic *topic)
{
  CommonsCatalogue *catalogue = _commons_sides_view_get_catalogue (self);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", get_title (catalogue, topic), "xalign", 0.0, "wrap", TRUE, NULL);
  g_autofree char *place = describe_place (catalogue, topic);

  if (place != NULL)
    gtk_box_append (GTK_BOX (words), make_label (place, "sides-place"));
  gtk_widget_add_css_class (title, "sides-question");
  gtk_box_append (GTK_BOX (words), title);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (header), words);

  if (count_hidden (self, topic) > 0)
    {
      GtkWidget *reveal = gtk_button_new_with_label (_("Reveal Answers"));

      gtk_widget_set_tooltip_text (reveal, _("Show all answers to this question to the group"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (reveal), "sides.reveal-question");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (reveal), "s", get_key (topic));
      gtk_widget_set_valign (reveal, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (header), reveal);
    }

  return header;
}

GtkWidget *
_commons_sides_topic_new (CommonsSidesView        *self,
                          const CommonsSidesTopic *topic)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *own = make_list (_("I"));
  GtkWidget *shared = make_list (_("We"));

  gtk_box_append (GTK_BOX (left), own);
  append_more (self, topic, left, fill_own (self, topic, own));
  append_proposals (self, topic, left);
  fill_shared (self, topic, shared);
  gtk_widget_set_vexpand (shared, TRUE);
  gtk_widget_add_css_class (right, "sides-we");
  gtk_box_append (GTK_BOX (right), shared);
  g_object_set_data_full (G_OBJECT (right), "question", g_strdup (get_key (topic)), g_free);
  _commons_sides_view_init_drop (self, right);

  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_box_append (GTK_BOX (columns), left);
  gtk_box_append (GTK_BOX (columns), right);
  gtk_widget_add_css_class (box, "sides-topic");
  gtk_box_append (GTK_BOX (box), make_header (self, topic));
  gtk_box_append (GTK_BOX (box), columns);

  return box;
}
