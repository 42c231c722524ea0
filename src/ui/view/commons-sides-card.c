/* commons-sides-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "commons-enumerate.h"
#include "commons-kind-miniature.h"
#include "commons-markdown.h"
#include "commons-sides-card.h"

/* A body is there to tell one answer from another, not to be read out. */
#define BODY_LINES 4

/* So that what became of answers stands in one column. */
#define OUTCOME_WIDTH 170
#define OUTCOME_CHARS 15

struct _CommonsSidesCard
{
  GtkWidget   parent_instance;

  CommonsSide side;
  gboolean    hidden;
  GPtrArray  *ids;
  GtkWidget  *box;
};

G_DEFINE_FINAL_TYPE (CommonsSidesCard, commons_sides_card, GTK_TYPE_WIDGET)

/* Icon and style class of each outcome. */
static const struct
{
  const char *icon;
  const char *css_class;
} outcomes[COMMONS_N_OUTCOMES] = {
  [COMMONS_OUTCOME_OPEN] = { "cc-question-symbolic", "open" },
  [COMMONS_OUTCOME_KEPT] = { "cc-decision-symbolic", "kept" },
  [COMMONS_OUTCOME_MERGED] = { "cc-merge-symbolic", "merged" },
  [COMMONS_OUTCOME_DROPPED] = { "cc-drop-symbolic", "dropped" },
};

const char *
commons_sides_describe_author (const char *author)
{
  g_return_val_if_fail (author != NULL, "");

  /* Translators: who answered, when no name was given. */
  return *author != '\0' ? author : _("Somebody");
}

char *
commons_sides_describe_outcome (const CommonsOwnAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, NULL);

  switch (answer->outcome)
    {
    case COMMONS_OUTCOME_KEPT:
      /* Translators: what became of an answer. */
      return g_strdup (C_("outcome", "kept"));

    case COMMONS_OUTCOME_MERGED:
      return g_strdup_printf (ngettext ("merged with %'u other", "merged with %'u others", answer->n_others),
                              answer->n_others);

    case COMMONS_OUTCOME_DROPPED:
      return g_strdup (C_("outcome", "dropped"));

    case COMMONS_OUTCOME_OPEN:
    case COMMONS_N_OUTCOMES:
    default:
      return g_strdup (C_("outcome", "open"));
    }
}

static void
commons_sides_card_dispose (GObject *object)
{
  CommonsSidesCard *self = COMMONS_SIDES_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (commons_sides_card_parent_class)->dispose (object);
}

static void
commons_sides_card_class_init (CommonsSidesCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_sides_card_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sides-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
commons_sides_card_init (CommonsSidesCard *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static CommonsSidesCard *
make_card (CommonsSide side)
{
  CommonsSidesCard *self = g_object_new (COMMONS_TYPE_SIDES_CARD, NULL);

  self->side = side;
  gtk_widget_add_css_class (GTK_WIDGET (self), side == COMMONS_SIDE_I ? "own" : "shared");

  return self;
}

static void
add_id (CommonsSidesCard *self,
        CommonsRecord    *card)
{
  g_ptr_array_add (self->ids, g_strdup (commons_record_get_id (card)));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class,
            int         lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (lines > 0)
    {
      gtk_label_set_lines (GTK_LABEL (label), lines);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/* Title and body; what is added to the column returned comes below. */
static GtkWidget *
add_words (CommonsSidesCard *self,
           CommonsRecord    *card)
{
  g_autofree char *title = commons_markdown_to_plain (commons_record_get_shown_title (card), COMMONS_MARKDOWN_LINE);
  g_autofree char *body = commons_markdown_to_plain (commons_record_get_shown_body (card), COMMONS_MARKDOWN_TEXT);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), make_label (*title != '\0' ? title : _("Untitled"), "sides-title", 0));
  g_strstrip (body);
  if (*body != '\0')
    gtk_box_append (GTK_BOX (words), make_label (body, "sides-body", BODY_LINES));
  gtk_box_append (GTK_BOX (self->box), words);

  return words;
}

static void
add_miniature (CommonsSidesCard *self,
               CommonsCatalogue *catalogue,
               CommonsRecord    *card)
{
  GtkWidget *miniature;

  if (commons_catalogue_get_kind (catalogue, commons_record_get_kind (card)) == NULL)
    return;

  miniature = commons_kind_miniature_new (catalogue, commons_record_get_kind (card));
  gtk_widget_set_valign (miniature, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), miniature);
}

/* Such as “Rule: Answer within a week”. */
static char *
describe_card (CommonsCatalogue *catalogue,
               CommonsRecord    *card)
{
  const CommonsKind *kind = commons_catalogue_get_kind (catalogue, commons_record_get_kind (card));
  const char *title = commons_record_get_shown_title (card);

  title = *title != '\0' ? title : _("Untitled");

  /* Translators: kind and title of a card, such as “Rule: Review within a week” */
  return kind ? g_strdup_printf (_("%s: %s"), kind->label, title) : g_strdup (title);
}

static void
tell (CommonsSidesCard *self,
      const char       *label,
      const char       *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

static void
add_outcome (CommonsSidesCard       *self,
             const CommonsOwnAnswer *answer,
             const char             *words)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (outcomes[answer->outcome].icon);
  GtkWidget *label = make_label (words, "sides-outcome-words", 0);

  gtk_label_set_max_width_chars (GTK_LABEL (label), OUTCOME_CHARS);

  /* A low card would make its words one long line. */
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), OUTCOME_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), OUTCOME_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_set_size_request (clamp, OUTCOME_WIDTH, -1);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "sides-outcome");
  gtk_widget_add_css_class (box, outcomes[answer->outcome].css_class);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (self->box), clamp);
}

GtkWidget *
commons_sides_card_new_own (CommonsCatalogue       *catalogue,
                            const CommonsOwnAnswer *answer)
{
  CommonsSidesCard *self;
  g_autofree char *label = NULL, *outcome = NULL, *description = NULL;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (answer != NULL, NULL);

  self = make_card (COMMONS_SIDE_I);
  outcome = commons_sides_describe_outcome (answer);
  label = describe_card (catalogue, answer->card);

  /* Translators: who answered and what became of it, such as “Inès, kept” */
  description = g_strdup_printf (_("%s, %s"), commons_sides_describe_author (answer->author), outcome);
  add_id (self, answer->card);
  add_miniature (self, catalogue, answer->card);
  add_words (self, answer->card);
  add_outcome (self, answer, outcome);
  if (answer->outcome == COMMONS_OUTCOME_DROPPED)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dropped");
  tell (self, label, description);

  return GTK_WIDGET (self);
}

/* The people behind a card, each once, in the order of its sources. */
static char *
list_people (GPtrArray *sources)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < sources->len; i++)
    {
      const char *name = commons_sides_describe_author (((CommonsOwnAnswer *) g_ptr_array_index (sources, i))->author);

      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }

  return commons_enumerate (names);
}

static char *
describe_sources (const CommonsSharedAnswer *answer)
{
  g_autofree char *people = NULL;

  if (answer->sources->len == 0)
    return g_strdup (_("Written together"));

  people = list_people (answer->sources);
  if (answer->sources->len == 1)
    /* Translators: whom a card of the community comes from: a name */
    return g_strdup_printf (_("From %s"), people);

  /* Translators: whom a card of the community comes from: names, and how many answers it joins */
  return g_strdup_printf (ngettext ("From %s (%'u answer)", "From %s (%'u answers)", answer->sources->len),
                          people, answer->sources->len);
}

GtkWidget *
commons_sides_card_new_shared (CommonsCatalogue          *catalogue,
                               const CommonsSharedAnswer *answer)
{
  CommonsSidesCard *self;
  GtkWidget *words;
  g_autofree char *label = NULL, *sources = NULL;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (answer != NULL, NULL);

  self = make_card (COMMONS_SIDE_WE);
  label = describe_card (catalogue, answer->card);
  sources = describe_sources (answer);
  add_id (self, answer->card);
  add_miniature (self, catalogue, answer->card);
  words = add_words (self, answer->card);
  gtk_box_append (GTK_BOX (words), make_label (sources, "sides-sources", 2));
  if (g_strcmp0 (commons_record_get_status (answer->card), "dropped") == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dropped");
  tell (self, label, sources);

  return GTK_WIDGET (self);
}

GtkWidget *
commons_sides_card_new_hidden (GPtrArray *answers)
{
  CommonsSidesCard *self;
  const char *author;
  g_autofree char *count = NULL;
  GtkWidget *reveal, *label;

  g_return_val_if_fail (answers != NULL && answers->len > 0, NULL);

  self = make_card (COMMONS_SIDE_I);
  self->hidden = TRUE;
  author = ((CommonsOwnAnswer *) g_ptr_array_index (answers, 0))->author;
  for (guint i = 0; i < answers->len; i++)
    add_id (self, ((CommonsOwnAnswer *) g_ptr_array_index (answers, i))->card);

  count = g_strdup_printf (ngettext ("%'u hidden answer", "%'u hidden answers", answers->len), answers->len);
  label = make_label (count, "sides-title", 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "hidden");
  gtk_box_append (GTK_BOX (self->box), gtk_image_new_from_icon_name ("cc-hidden-symbolic"));
  gtk_box_append (GTK_BOX (self->box), label);

  reveal = gtk_button_new_with_label (_("Reveal"));
  gtk_widget_set_tooltip_text (reveal, _("Show all answers of this person to the group"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (reveal), "sides.reveal-person");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (reveal), "s", author);
  gtk_widget_set_valign (reveal, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), reveal);
  tell (self, count, commons_sides_describe_author (author));

  return GTK_WIDGET (self);
}

CommonsSide
commons_sides_card_get_side (CommonsSidesCard *self)
{
  g_return_val_if_fail (COMMONS_IS_SIDES_CARD (self), COMMONS_SIDE_NONE);

  return self->side;
}

GPtrArray *
commons_sides_card_list_ids (CommonsSidesCard *self)
{
  g_return_val_if_fail (COMMONS_IS_SIDES_CARD (self), NULL);

  return self->ids;
}

gboolean
commons_sides_card_is_hidden (CommonsSidesCard *self)
{
  g_return_val_if_fail (COMMONS_IS_SIDES_CARD (self), FALSE);

  return self->hidden;
}

void
commons_sides_card_set_selected (CommonsSidesCard *self,
                                 gboolean          selected)
{
  g_return_if_fail (COMMONS_IS_SIDES_CARD (self));

  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
