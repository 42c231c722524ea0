/* commons-stages-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-sheets.h"
#include "commons-stages-dialog.h"

#define ACTION_KEY "commons-action"
#define STAGE_KEY  "commons-stage"
#define ICON_KEY   "commons-icon"
#define WIDTH      720

/* Names of all stages need that much beside each other. */
#define NARROW_WIDTH 860

/* What is no step of the path. */
#define STAGE_ASIDE "dormant"

struct _CommonsStagesDialog
{
  CommonsAdviceDialog  parent_instance;

  const CommonsStage  *stage;    /* the one that is looked at */
  GtkWidget           *path;
  GtkWidget           *page;     /* what is said of it */
  GtkWidget           *actions;
  GtkWidget           *add_all;
  GtkWidget           *button;
};

G_DEFINE_FINAL_TYPE (CommonsStagesDialog, commons_stages_dialog, COMMONS_TYPE_ADVICE_DIALOG)

static CommonsCatalogue *
get_catalogue (CommonsStagesDialog *self)
{
  return commons_advice_dialog_get_catalogue (COMMONS_ADVICE_DIALOG (self));
}

static gboolean
can_write (CommonsStagesDialog *self)
{
  return commons_advice_dialog_can_write (COMMONS_ADVICE_DIALOG (self));
}

static const char *
get_board_stage (CommonsStagesDialog *self)
{
  return commons_advise_get_stage (commons_advice_dialog_get_board (COMMONS_ADVICE_DIALOG (self)));
}

/* ---- The path ------------------------------------------------------------ */

static void
mark_step (GtkWidget          *step,
           const CommonsStage *stage,
           gboolean            present)
{
  GtkWidget *icon = g_object_get_data (G_OBJECT (step), ICON_KEY);

  gtk_widget_set_visible (icon, present);
  gtk_accessible_update_property (GTK_ACCESSIBLE (step),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, stage->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, present ? _("The commons is at this stage.") : "",
                                  -1);
}

static void
update_stage (CommonsStagesDialog *self)
{
  const char *present = get_board_stage (self);
  gboolean same = g_strcmp0 (present, self->stage->id) == 0;
  GtkWidget *step = gtk_widget_get_first_child (self->path);

  for (; step != NULL; step = gtk_widget_get_next_sibling (step))
    {
      const CommonsStage *stage = g_object_get_data (G_OBJECT (step), STAGE_KEY);

      if (stage != NULL)
        mark_step (step, stage, g_strcmp0 (stage->id, present) == 0);
    }

  gtk_widget_set_sensitive (self->button, can_write (self) && !same);
  if (can_write (self))
    commons_advice_dialog_set_note (COMMONS_ADVICE_DIALOG (self),
                                    same ? _("The commons is at this stage.") : NULL, FALSE);
}

/* ---- Actions ------------------------------------------------------------- */

static void
add_actions (CommonsStagesDialog *self,
             GPtrArray           *actions)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *message = NULL;
  CommonsAdvise advise;

  if (actions->len == 0 || !can_write (self))
    return;

  commons_advice_dialog_get_advise (COMMONS_ADVICE_DIALOG (self), &advise);
  ids = commons_advise_add_actions (&advise, actions, ngettext ("Add Action", "Add Actions", actions->len));
  message = g_strdup_printf (ngettext ("%'u action added", "%'u actions added", ids->len), ids->len);
  commons_announce (GTK_WIDGET (self), message);
}

static void
add_cb (CommonsStagesDialog *self,
        GtkWidget           *button)
{
  g_autoptr (GPtrArray) actions = g_ptr_array_new ();

  g_assert (COMMONS_IS_STAGES_DIALOG (self));

  g_ptr_array_add (actions, g_object_get_data (G_OBJECT (button), ACTION_KEY));
  add_actions (self, actions);
}

static GHashTable *
list_present (CommonsStagesDialog *self)
{
  return commons_advise_list_titles (commons_advice_dialog_get_board (COMMONS_ADVICE_DIALOG (self)), "action");
}

static void
add_all_cb (CommonsStagesDialog *self)
{
  g_autoptr (GPtrArray) actions = g_ptr_array_new ();
  g_autoptr (GHashTable) present = list_present (self);

  g_assert (COMMONS_IS_STAGES_DIALOG (self));

  for (guint i = 0; i < self->stage->n_actions; i++)
    {
      if (!commons_advise_has_title (present, self->stage->actions[i].title))
        g_ptr_array_add (actions, (gpointer) &self->stage->actions[i]);
    }
  add_actions (self, actions);
}

/* "Community, Now", and the question it follows from. */
static char *
describe_action (CommonsStagesDialog      *self,
                 const CommonsReadyAction *action)
{
  CommonsCatalogue *catalogue = get_catalogue (self);
  const CommonsQuestion *question = commons_catalogue_get_question (catalogue, action->question);
  g_autoptr (GString) text = g_string_new (action->answers);

  g_string_append_printf (text, "%s%s · %s", text->len > 0 ? "\n" : "",
                          commons_catalogue_get_enum_label (catalogue, "dimension", action->dimension),
                          commons_catalogue_get_enum_label (catalogue, "horizon", action->horizon));
  if (question != NULL)
    g_string_append_printf (text, " · %s", question->title);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_action_row (CommonsStagesDialog      *self,
                 const CommonsReadyAction *action)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new ();
  g_autofree char *about = describe_action (self, action);
  g_autofree char *about_markup = g_markup_escape_text (about, -1);
  g_autofree char *title_markup = g_markup_escape_text (action->title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about_markup);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), ACTION_KEY, (gpointer) action);
  g_object_set_data (G_OBJECT (row), ACTION_KEY, button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
mark_action (CommonsStagesDialog *self,
             GtkWidget           *button,
             gboolean             present)
{
  const CommonsReadyAction *action = g_object_get_data (G_OBJECT (button), ACTION_KEY);
  /* Translators: %s is the title of an action */
  g_autofree char *name = g_strdup_printf (present ? _("“%s” is on the board") : _("Add “%s”"), action->title);

  gtk_button_set_label (GTK_BUTTON (button), present ? _("On the Board") : _("Add"));
  gtk_widget_set_sensitive (button, can_write (self) && !present);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_actions (CommonsStagesDialog *self)
{
  g_autoptr (GHashTable) titles = list_present (self);
  GtkListBoxRow *row;
  guint n_missing = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->actions), i)) != NULL; i++)
    {
      gboolean present = commons_advise_has_title (titles, self->stage->actions[i].title);

      mark_action (self, g_object_get_data (G_OBJECT (row), ACTION_KEY), present);
      n_missing += !present;
    }

  gtk_widget_set_sensitive (self->add_all, can_write (self) && n_missing > 0);
}

static void
commons_stages_dialog_changed (CommonsAdviceDialog *dialog)
{
  CommonsStagesDialog *self = COMMONS_STAGES_DIALOG (dialog);

  if (self->stage == NULL)
    return;

  update_stage (self);
  update_actions (self);
}

/* ---- What is said of a stage --------------------------------------------- */

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *heading = commons_advice_make_label (text, "advice-heading");

  gtk_widget_set_hexpand (heading, TRUE);

  return heading;
}

static void
append_list (GtkWidget         *box,
             const char        *heading,
             const char *const *lines)
{
  if (lines == NULL || lines[0] == NULL)
    return;

  gtk_box_append (GTK_BOX (box), make_heading (heading));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
      GtkWidget *label = commons_advice_make_label (lines[i], NULL);
      GtkWidget *dot = gtk_label_new ("•");

      gtk_widget_set_valign (dot, GTK_ALIGN_START);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (line), dot);
      gtk_box_append (GTK_BOX (line), label);
      gtk_box_append (GTK_BOX (box), line);
    }
}

static void
append_actions (CommonsStagesDialog *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->add_all = gtk_button_new_with_mnemonic (_("Add A_ll"));
  gtk_widget_set_valign (self->add_all, GTK_ALIGN_END);
  g_signal_connect_object (self->add_all, "clicked", G_CALLBACK (add_all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), make_heading (_("Next actions")));
  gtk_box_append (GTK_BOX (line), self->add_all);
  gtk_widget_set_visible (line, self->stage->n_actions > 0);

  self->actions = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->actions), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->actions, "boxed-list");
  gtk_widget_set_visible (self->actions, self->stage->n_actions > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->actions),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Next actions"), -1);
  for (guint i = 0; i < self->stage->n_actions; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->actions), make_action_row (self, &self->stage->actions[i]));

  gtk_box_append (GTK_BOX (self->page), line);
  gtk_box_append (GTK_BOX (self->page), self->actions);
}

static void
show_stage (CommonsStagesDialog *self,
            const CommonsStage  *stage)
{
  GtkWidget *child;

  self->stage = stage;
  while ((child = gtk_widget_get_first_child (self->page)) != NULL)
    gtk_box_remove (GTK_BOX (self->page), child);

  gtk_box_append (GTK_BOX (self->page), commons_advice_make_label (stage->name, "title-2"));
  gtk_box_append (GTK_BOX (self->page), commons_advice_make_label (stage->about, "advice-about"));
  append_list (self->page, _("What it looks like"), stage->signs);
  append_list (self->page, _("Recommendations"), stage->advice);
  append_actions (self);
  update_stage (self);
  update_actions (self);
}

static void
step_toggled_cb (CommonsStagesDialog *self,
                 GtkToggleButton     *step)
{
  g_assert (COMMONS_IS_STAGES_DIALOG (self));

  if (gtk_toggle_button_get_active (step))
    show_stage (self, g_object_get_data (G_OBJECT (step), STAGE_KEY));
}

static void
set_stage_cb (CommonsStagesDialog *self)
{
  g_autofree char *id = NULL;
  g_autofree char *message = NULL;
  CommonsAdvise advise;

  g_assert (COMMONS_IS_STAGES_DIALOG (self));

  if (!can_write (self))
    return;

  commons_advice_dialog_get_advise (COMMONS_ADVICE_DIALOG (self), &advise);
  id = commons_advise_set_stage (&advise, self->stage->id, _("Stage of the Commons"));
  /* Translators: %s is a stage in the life of a commons, such as “Launch” */
  message = g_strdup_printf (_("Stage of the commons: %s"), self->stage->name);
  commons_announce (GTK_WIDGET (self), message);
}

/* ---- Making it ----------------------------------------------------------- */

static GtkWidget *
make_step (CommonsStagesDialog *self,
           const CommonsStage  *stage)
{
  GtkWidget *step = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *label = gtk_label_new (stage->name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (step), box);
  gtk_widget_set_tooltip_text (step, stage->name);
  gtk_widget_add_css_class (step, "stage-step");
  g_object_set_data (G_OBJECT (step), STAGE_KEY, (gpointer) stage);
  g_object_set_data (G_OBJECT (step), ICON_KEY, icon);
  g_signal_connect_object (step, "toggled", G_CALLBACK (step_toggled_cb), self, G_CONNECT_SWAPPED);

  return step;
}

static GtkWidget *
make_joint (const CommonsStage *stage)
{
  GtkWidget *joint = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_set_valign (joint, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (joint, "stage-joint");
  /* Sleeping is no step after the last one: it stands apart. */
  if (g_str_equal (stage->id, STAGE_ASIDE))
    gtk_widget_set_opacity (joint, 0);

  return joint;
}

static void
build_path (CommonsStagesDialog *self)
{
  CommonsCatalogue *catalogue = get_catalogue (self);
  GtkWidget *first = NULL;

  for (guint i = 0; i < commons_catalogue_get_n_stages (catalogue); i++)
    {
      const CommonsStage *stage = commons_catalogue_get_nth_stage (catalogue, i);
      GtkWidget *step = make_step (self, stage);

      if (first != NULL)
        {
          gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (step), GTK_TOGGLE_BUTTON (first));
          gtk_box_append (GTK_BOX (self->path), make_joint (stage));
        }
      else
        first = step;
      gtk_box_append (GTK_BOX (self->path), step);
    }
}

static GtkWidget *
build_body (CommonsStagesDialog *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  gtk_widget_add_css_class (self->path, "stage-path");
  gtk_widget_set_halign (self->path, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->path),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Stages in the life of a commons"), -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->page);
  gtk_widget_add_css_class (clamp, "advice-page");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (body), self->path);
  gtk_box_append (GTK_BOX (body), scroller);

  return body;
}

/* One below the other where they would not fit beside each other. */
static void
commons_stages_dialog_narrow (CommonsAdviceDialog *dialog,
                              gboolean             narrow)
{
  CommonsStagesDialog *self = COMMONS_STAGES_DIALOG (dialog);
  GtkWidget *child = gtk_widget_get_first_child (self->path);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->path),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (self->path, narrow ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_box_set_spacing (GTK_BOX (self->path), narrow ? 4 : 0);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_SEPARATOR (child))
        gtk_widget_set_visible (child, !narrow);
    }
}

static void
commons_stages_dialog_class_init (CommonsStagesDialogClass *klass)
{
  CommonsAdviceDialogClass *advice_class = COMMONS_ADVICE_DIALOG_CLASS (klass);

  advice_class->narrow = commons_stages_dialog_narrow;
  advice_class->changed = commons_stages_dialog_changed;
  advice_class->narrow_width = NARROW_WIDTH;
}

static void
commons_stages_dialog_init (CommonsStagesDialog *self)
{
  self->path = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_window_set_default_size (GTK_WINDOW (self), 900, 680);
}

/* Begins at the stage of the board, or at the first one. */
static void
start (CommonsStagesDialog *self)
{
  const CommonsStage *present = commons_catalogue_get_stage (get_catalogue (self), get_board_stage (self));
  GtkWidget *chosen = gtk_widget_get_first_child (self->path);

  for (GtkWidget *step = chosen; step != NULL && present != NULL; step = gtk_widget_get_next_sibling (step))
    {
      if (g_object_get_data (G_OBJECT (step), STAGE_KEY) == present)
        chosen = step;
    }

  if (chosen == NULL)
    return;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chosen), TRUE);
  gtk_window_set_focus (GTK_WINDOW (self), chosen);
}

GtkWidget *
commons_stages_dialog_new (CommonsBoardView *view,
                           CommonsDocument  *document,
                           const char       *question)
{
  CommonsStagesDialog *self;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (document), NULL);

  self = g_object_new (COMMONS_TYPE_STAGES_DIALOG, NULL);
  commons_advice_dialog_set_up (COMMONS_ADVICE_DIALOG (self), view, document, question, _("Stage of the Commons"));
  self->button = gtk_button_new_with_mnemonic (_("_We Are at This Stage"));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (set_stage_cb), self, G_CONNECT_SWAPPED);
  commons_advice_dialog_set_bar (COMMONS_ADVICE_DIALOG (self), NULL, self->button);
  build_path (self);
  commons_advice_dialog_set_body (COMMONS_ADVICE_DIALOG (self), build_body (self), TRUE);
  start (self);

  return GTK_WIDGET (self);
}
