/* commons-sides-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the comparison amounts to, what of it is in sight, and what can be done
 * with the answers that are selected.
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "commons-sides-view-private.h"
#include "commons-wrap-box.h"

/* The choices of the list of outcomes, as a filter has them. */
static const struct
{
  const char *label;
  guint       wanted;
} outcomes[] = {
  { N_("All answers"), 0 },
  { N_("Open only"), 1u << COMMONS_OUTCOME_OPEN },
  { N_("Kept only"), 1u << COMMONS_OUTCOME_KEPT },
  { N_("Merged only"), 1u << COMMONS_OUTCOME_MERGED },
  { N_("Dropped only"), 1u << COMMONS_OUTCOME_DROPPED },
};

/* Such as “5 kept, 3 merged, 1 dropped, 3 open”. */
static char *
describe_outcomes (const CommonsSidesCount *count)
{
  const guint *n = count->n_outcomes;
  g_autofree char *kept = g_strdup_printf (ngettext ("%'u kept", "%'u kept", n[COMMONS_OUTCOME_KEPT]), n[COMMONS_OUTCOME_KEPT]);
  g_autofree char *merged = g_strdup_printf (ngettext ("%'u merged", "%'u merged", n[COMMONS_OUTCOME_MERGED]),
                                             n[COMMONS_OUTCOME_MERGED]);
  g_autofree char *dropped = g_strdup_printf (ngettext ("%'u dropped", "%'u dropped", n[COMMONS_OUTCOME_DROPPED]),
                                              n[COMMONS_OUTCOME_DROPPED]);
  g_autofree char *open = g_strdup_printf (ngettext ("%'u open", "%'u open", n[COMMONS_OUTCOME_OPEN]), n[COMMONS_OUTCOME_OPEN]);

  return g_strjoin (", ", kept, merged, dropped, open, NULL);
}

static char *
describe_count (const CommonsSidesCount *count)
{
  g_autofree char *answers = g_strdup_printf (ngettext ("%'u answer", "%'u answers", count->n_answers), count->n_answers);
  g_autofree char *people = g_strdup_printf (ngettext ("%'u person", "%'u people", count->n_people), count->n_people);
  g_autofree char *what = describe_outcomes (count);

  if (count->n_people == 0)
    /* Translators: such as “12 answers: 5 kept, 3 merged, 1 dropped, 3 open” */
    return g_strdup_printf (_("%s: %s"), answers, what);

  /* Translators: such as “12 answers from 4 people: 5 kept, 3 merged, 1 dropped, 3 open” */
  return g_strdup_printf (_("%s from %s: %s"), answers, people, what);
}

static void
fill_people (CommonsSidesView *self)
{
  g_autoptr (GPtrArray) authors = commons_sides_list_authors (self->sides);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->names, 0);
  gtk_string_list_append (list, _("Everybody"));
  for (guint i = 0; i < authors->len; i++)
    {
      const char *name = g_ptr_array_index (authors, i);

      g_ptr_array_add (self->names, g_strdup (name));
      gtk_string_list_append (list, commons_sides_describe_author (name));
      if (g_strcmp0 (name, self->author) == 0)
        selected = i + 1;
    }

  if (selected == 0)
    g_clear_pointer (&self->author, g_free);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->people), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->people), selected);
}

static gboolean
are_same (GPtrArray *names,
          GPtrArray *authors)
{
  if (names->len != authors->len)
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      if (!g_str_equal (g_ptr_array_index (names, i), g_ptr_array_index (authors, i)))
        return FALSE;
    }

  return TRUE;
}

static void
fill_sheets (CommonsSidesView *self)
{
  CommonsCatalogue *catalogue = _commons_sides_view_get_catalogue (self);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  /* Made anew, a list that is open would close. */
  if (g_object_get_data (G_OBJECT (self->sheets), "catalogue") == catalogue)
    return;

  g_object_set_data (G_OBJECT (self->sheets), "catalogue", catalogue);
  gtk_string_list_append (list, _("All sheets"));
  for (guint i = 0; i < commons_catalogue_get_n_sheets (catalogue); i++)
    {
      const CommonsSheet *sheet = commons_catalogue_get_nth_sheet (catalogue, i);

      gtk_string_list_append (list, sheet->title);
      if (g_strcmp0 (sheet->id, self->sheet) == 0)
        selected = i + 1;
    }

  gtk_drop_down_set_model (GTK_DROP_DOWN (self->sheets), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->sheets), selected);
}

void
_commons_sides_view_update_bar (CommonsSidesView *self)
{
  g_autoptr (GPtrArray) authors = commons_sides_list_authors (self->sides);
  g_autofree char *words = NULL, *reveal = NULL;
  CommonsSidesFilter filter;
  CommonsSidesCount count;

  self->filling = TRUE;
  if (!are_same (self->names, authors) || gtk_drop_down_get_model (GTK_DROP_DOWN (self->people)) == NULL)
    fill_people (self);
  fill_sheets (self);
  self->filling = FALSE;

  _commons_sides_view_get_filter (self, &filter);
  commons_sides_count (self->sides, &filter, &count);
  words = describe_count (&count);
  gtk_label_set_text (GTK_LABEL (self->summary), words);

  reveal = g_strdup_printf (_("Reveal All (%u)"), count.n_hidden);
  gtk_button_set_label (GTK_BUTTON (self->reveal), reveal);
  gtk_widget_set_visible (self->reveal, count.n_hidden > 0);
}

static void
filter_cb (CommonsSidesView *self)
{
  CommonsCatalogue *catalogue;
  guint person, sheet, outcome;

  g_assert (COMMONS_IS_SIDES_VIEW (self));

  if (self->filling || self->sides == NULL)
    return;

  catalogue = _commons_sides_view_get_catalogue (self);
  person = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->people));
  sheet = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sheets));
  outcome = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->outcomes));

  g_free (self->author);
  g_free (self->sheet);
  self->author = person > 0 && person <= self->names->len ? g_strdup (g_ptr_array_index (self->names, person - 1)) : NULL;
  self->sheet = sheet > 0 && sheet <= commons_catalogue_get_n_sheets (catalogue)
                  ? g_strdup (commons_catalogue_get_nth_sheet (catalogue, sheet - 1)->id) : NULL;
  self->wanted = outcome < G_N_ELEMENTS (outcomes) ? outcomes[outcome].wanted : 0;
  _commons_sides_view_update (self);
}

static GtkWidget *
make_drop_down (CommonsSidesView *self,
                const char       *label)
{
  GtkWidget *list = gtk_drop_down_new (NULL, NULL);

  gtk_widget_set_tooltip_text (list, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);

  return list;
}

static GtkWidget *
make_filters (CommonsSidesView *self)
{
  GtkWidget *box = commons_wrap_box_new (8);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  self->sheets = make_drop_down (self, _("Which Sheet"));
  self->people = make_drop_down (self, _("Whose Answers"));
  self->outcomes = make_drop_down (self, _("Which Outcome"));
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    gtk_string_list_append (list, _(outcomes[i].label));
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->outcomes), G_LIST_MODEL (list));
  self->filling = FALSE;

  commons_wrap_box_append (COMMONS_WRAP_BOX (box), self->sheets);
  commons_wrap_box_append (COMMONS_WRAP_BOX (box), self->people);
  commons_wrap_box_append (COMMONS_WRAP_BOX (box), self->outcomes);

  return box;
}

static GtkWidget *
make_heading (const char *title,
              const char *about)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *words = gtk_label_new (about);

  gtk_widget_add_css_class (name, "sides-heading");
  gtk_widget_add_css_class (words, "secondary");
  gtk_widget_set_valign (words, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (name, GTK_ALIGN_BASELINE);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), words);

  return box;
}

static GtkWidget *
make_headings (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), make_heading (_("I"), _("what each one answered")));
  gtk_box_append (GTK_BOX (box), make_heading (_("We"), _("what the group holds together")));
  gtk_widget_add_css_class (box, "sides-headings");

  return box;
}

GtkWidget *
_commons_sides_view_make_bar (CommonsSidesView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->summary = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_widget_set_hexpand (self->summary, TRUE);
  gtk_widget_add_css_class (self->summary, "sides-summary");

  self->reveal = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->reveal), "sides.reveal-all");
  gtk_widget_set_tooltip_text (self->reveal, _("Show all hidden answers in sight to the group"));
  gtk_widget_add_css_class (self->reveal, "suggested-action");
  gtk_widget_set_valign (self->reveal, GTK_ALIGN_CENTER);

  gtk_box_append (GTK_BOX (first), self->summary);
  gtk_box_append (GTK_BOX (first), self->reveal);
  gtk_box_append (GTK_BOX (bar), first);
  gtk_box_append (GTK_BOX (bar), make_filters (self));
  gtk_box_append (GTK_BOX (bar), make_headings ());
  gtk_widget_add_css_class (bar, "sides-bar");

  return bar;
}

static GtkWidget *
append_button (GtkWidget  *box,
               const char *label,
               const char *action,
               const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  commons_wrap_box_append (COMMONS_WRAP_BOX (box), button);

  return button;
}

GtkWidget *
_commons_sides_view_make_actions (CommonsSidesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *buttons = commons_wrap_box_new (8);

  self->chosen = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->chosen), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->chosen), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->chosen, TRUE);
  gtk_widget_add_css_class (self->chosen, "secondary");
  gtk_box_append (GTK_BOX (box), self->chosen);

  append_button (buttons, _("_Keep"), "sides.keep", _("Make a card of the group of each selected answer (K)"));
  append_button (buttons, _("_Merge…"), "sides.merge", _("Make one card of the group of the selected answers (M)"));
  append_button (buttons, _("_Add to…"), "sides.add", _("Take the selected answers up in a card of the group (A)"));
  self->drop = append_button (buttons, _("_Drop"), "sides.drop", _("Set the selected answers aside (D)"));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "sides-actions");

  return box;
}
