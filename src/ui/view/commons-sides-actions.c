/* commons-sides-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the group does with answers. Each is one step that can be taken back,
 * and is told.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-reconcile.h"
#include "commons-sides-view-private.h"

typedef gboolean (*Wants) (const CommonsOwnAnswer *answer);

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

void
_commons_sides_view_tell (CommonsSidesView *self,
                          char             *message)
{
  g_signal_emit_by_name (self, "toast", message, TRUE);
  g_free (message);
}

void
_commons_sides_view_get_visible (CommonsSidesView *self,
                                 CommonsRect      *visible)
{
  CommonsViewport viewport;

  commons_board_view_get_viewport (self->view, &viewport);
  commons_viewport_get_visible (&viewport, visible);
}

/* What has the keyboard is meant when no answer is selected. */
GPtrArray *
_commons_sides_view_list_chosen (CommonsSidesView *self)
{
  g_autoptr (GPtrArray) selected = commons_selection_list (commons_board_view_get_selection (self->view));
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; self->sides != NULL && i < selected->len; i++)
    {
      if (commons_sides_find (self->sides, g_ptr_array_index (selected, i)) != NULL)
        g_ptr_array_add (ids, g_strdup (g_ptr_array_index (selected, i)));
    }

  if (ids->len == 0 && self->current != NULL)
    {
      for (guint i = 0; i < self->current->len; i++)
        g_ptr_array_add (ids, g_strdup (g_ptr_array_index (self->current, i)));
    }

  return ids;
}

static gboolean
is_shown (const CommonsOwnAnswer *answer)
{
  return !commons_record_is_hidden (answer->card);
}

static gboolean
is_hidden (const CommonsOwnAnswer *answer)
{
  return commons_record_is_hidden (answer->card);
}

static gboolean
is_dropped (const CommonsOwnAnswer *answer)
{
  return answer->outcome == COMMONS_OUTCOME_DROPPED;
}

static gboolean
can_drop (const CommonsOwnAnswer *answer)
{
  return is_shown (answer) && !is_dropped (answer) && !commons_record_is_locked (answer->card);
}

static gboolean
can_keep (const CommonsOwnAnswer *answer)
{
  return is_shown (answer) && answer->shared->len == 0;
}

/* Those of the chosen answers one can do a thing with. */
static GPtrArray *
list_wanted (CommonsSidesView *self,
             Wants             wants)
{
  GPtrArray *ids = _commons_sides_view_list_chosen (self);

  for (guint i = ids->len; i > 0; i--)
    {
      const CommonsOwnAnswer *answer = commons_sides_find (self->sides, g_ptr_array_index (ids, i - 1));

      if (answer == NULL || !wants (answer))
        g_ptr_array_remove_index (ids, i - 1);
    }

  return ids;
}

static gboolean
has_wanted (CommonsSidesView *self,
            Wants             wants)
{
  g_autoptr (GPtrArray) ids = self->sides != NULL ? list_wanted (self, wants) : NULL;

  return ids != NULL && ids->len > 0;
}

void
_commons_sides_view_keep (CommonsSidesView *self,
                          GPtrArray        *ids)
{
  g_autoptr (GPtrArray) made = NULL;
  CommonsRect visible;

  if (!_commons_sides_view_is_editable (self))
    return;

  _commons_sides_view_get_visible (self, &visible);
  made = commons_reconcile_keep (get_editor (self), _commons_sides_view_get_catalogue (self), ids, &visible,
                                 _("Keep Answers"));
  if (made->len > 0)
    _commons_sides_view_tell (self, g_strdup_printf (ngettext ("%'u answer kept", "%'u answers kept", made->len), made->len));
}

static void
keep (CommonsSidesView *self)
{
  g_autoptr (GPtrArray) ids = list_wanted (self, can_keep);

  _commons_sides_view_keep (self, ids);
}

static void
merge_chosen (CommonsSidesView *self)
{
  g_autoptr (GPtrArray) ids = list_wanted (self, is_shown);

  _commons_sides_view_merge (self, ids);
}

static void
add_chosen (CommonsSidesView *self)
{
  g_autoptr (GPtrArray) ids = list_wanted (self, is_shown);

  _commons_sides_view_add (self, ids);
}

static void
drop (CommonsSidesView *self)
{
  g_autoptr (GPtrArray) ids = list_wanted (self, can_drop);
  guint n = commons_reconcile_set_dropped (get_editor (self), ids, TRUE, _("Drop Answers"));

  if (n > 0)
    _commons_sides_view_tell (self, g_strdup_printf (ngettext ("%'u answer dropped", "%'u answers dropped", n), n));
}

static void
take_back (CommonsSidesView *self)
{
  g_autoptr (GPtrArray) ids = list_wanted (self, is_dropped);
  guint n = commons_reconcile_set_dropped (get_editor (self), ids, FALSE, _("Take Answers Back"));

  if (n > 0)
    _commons_sides_view_tell (self, g_strdup_printf (ngettext ("%'u answer taken back", "%'u answers taken back", n), n));
}

static void
set_hidden (CommonsSidesView *self,
            GPtrArray        *ids,
            gboolean          hidden)
{
  guint n = commons_reconcile_set_hidden (get_editor (self), ids, hidden, hidden ? _("Hide Answers") : _("Reveal Answers"));

  if (n > 0)
    _commons_sides_view_tell (self, hidden ? g_strdup_printf (ngettext ("%'u answer hidden", "%'u answers hidden", n), n)
                       : g_strdup_printf (ngettext ("%'u answer revealed", "%'u answers revealed", n), n));
}

static void
reveal_chosen (CommonsSidesView *self)
{
  g_autoptr (GPtrArray) ids = list_wanted (self, is_hidden);

  set_hidden (self, ids, FALSE);
}

static void
hide_chosen (CommonsSidesView *self)
{
  g_autoptr (GPtrArray) ids = list_wanted (self, is_shown);

  set_hidden (self, ids, TRUE);
}

/* Reveals what a filter keeps, of one question when there is one. */
static void
reveal (CommonsSidesView         *self,
        const CommonsSidesFilter *filter,
        const char               *question)
{
  g_autoptr (GPtrArray) answers = commons_sides_list (self->sides, filter);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < answers->len; i++)
    {
      const CommonsOwnAnswer *answer = g_ptr_array_index (answers, i);
      g_autoptr (GPtrArray) questions = commons_answers_list_questions (get_board (self), commons_record_get_id (answer->card));

      if (question == NULL || (*question == '\0' && questions->len == 0) ||
          g_ptr_array_find_with_equal_func (questions, question, g_str_equal, NULL))
        g_ptr_array_add (ids, g_strdup (commons_record_get_id (answer->card)));
    }

  set_hidden (self, ids, FALSE);
}

static void
reveal_all (CommonsSidesView *self)
{
  CommonsSidesFilter filter;

  _commons_sides_view_get_filter (self, &filter);
  reveal (self, &filter, NULL);
}

static void
reveal_question (CommonsSidesView *self,
                 const char       *question)
{
  CommonsSidesFilter filter;

  _commons_sides_view_get_filter (self, &filter);
  filter.sheet = NULL;
  reveal (self, &filter, question);
}

static void
reveal_person (CommonsSidesView *self,
               const char       *author)
{
  CommonsSidesFilter filter;

  _commons_sides_view_get_filter (self, &filter);
  filter.author = author;
  reveal (self, &filter, NULL);
}

static void
show_card (CommonsSidesView *self)
{
  CommonsSidesCard *focused = _commons_sides_view_get_focused (self);
  g_autofree char *id = NULL;

  if (focused == NULL)
    return;

  id = g_strdup (g_ptr_array_index (commons_sides_card_list_ids (focused), 0));
  g_signal_emit_by_name (self, "show-card", id);
}

static gboolean
is_any (const CommonsOwnAnswer *answer)
{
  return TRUE;
}

static const struct
{
  const char *action;
  void      (*perform) (CommonsSidesView *self);
  Wants       wants;    /* what one answer at least has to be */
} plain[] = {
  { "sides.keep", keep, can_keep },
  { "sides.merge", merge_chosen, is_shown },
  { "sides.add", add_chosen, is_shown },
  { "sides.drop", drop, can_drop },
  { "sides.take-back", take_back, is_dropped },
  { "sides.reveal", reveal_chosen, is_hidden },
  { "sides.hide", hide_chosen, is_shown },
};

static void
plain_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  CommonsSidesView *self = COMMONS_SIDES_VIEW (widget);

  /* Keys may come before the last change is shown. */
  if (self->stale)
    _commons_sides_view_update (self);

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      if (g_str_equal (plain[i].action, action) && self->sides != NULL && _commons_sides_view_is_editable (self))
        plain[i].perform (self);
    }
}

static void
wide_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CommonsSidesView *self = COMMONS_SIDES_VIEW (widget);

  if (self->stale)
    _commons_sides_view_update (self);

  if (g_str_equal (action, "sides.show-card"))
    show_card (self);
  else if (self->sides == NULL || !_commons_sides_view_is_editable (self))
    return;
  else if (g_str_equal (action, "sides.reveal-all"))
    reveal_all (self);
  else if (g_str_equal (action, "sides.reveal-question"))
    reveal_question (self, g_variant_get_string (parameter, NULL));
  else if (g_str_equal (action, "sides.reveal-person"))
    reveal_person (self, g_variant_get_string (parameter, NULL));
}

static void
merge_these_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  CommonsSidesView *self = COMMONS_SIDES_VIEW (widget);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (self->stale)
    _commons_sides_view_update (self);

  for (gsize i = 0; i < g_variant_n_children (parameter); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (parameter, i);

      if (self->sides != NULL && commons_sides_find (self->sides, g_variant_get_string (child, NULL)) != NULL)
        g_ptr_array_add (ids, g_variant_dup_string (child, NULL));
    }

  if (ids->len > 0 && _commons_sides_view_is_editable (self))
    _commons_sides_view_merge (self, ids);
}

void
_commons_sides_view_class_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    gtk_widget_class_install_action (widget_class, plain[i].action, NULL, plain_action);

  gtk_widget_class_install_action (widget_class, "sides.show-card", NULL, wide_action);
  gtk_widget_class_install_action (widget_class, "sides.reveal-all", NULL, wide_action);
  gtk_widget_class_install_action (widget_class, "sides.reveal-question", "s", wide_action);
  gtk_widget_class_install_action (widget_class, "sides.reveal-person", "s", wide_action);
  gtk_widget_class_install_action (widget_class, "sides.merge-these", "as", merge_these_action);
}

void
_commons_sides_view_update_actions (CommonsSidesView *self)
{
  gboolean editable = _commons_sides_view_is_editable (self);
  gboolean dropped = self->sides != NULL && has_wanted (self, is_dropped) && !has_wanted (self, can_drop);
  g_autoptr (GPtrArray) chosen = self->sides != NULL ? list_wanted (self, is_any) : NULL;
  guint n = chosen ? chosen->len : 0;
  g_autofree char *words = n > 0 ? g_strdup_printf (ngettext ("%'u answer selected", "%'u answers selected", n), n) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), plain[i].action, editable && has_wanted (self, plain[i].wants));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sides.reveal-all", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sides.reveal-question", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sides.reveal-person", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sides.merge-these", editable);

  gtk_button_set_label (GTK_BUTTON (self->drop), dropped ? _("_Take Back") : _("_Drop"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->drop), dropped ? "sides.take-back" : "sides.drop");
  gtk_widget_set_tooltip_text (self->drop, dropped ? _("Take the selected answers back (D)")
                                                   : _("Set the selected answers aside (D)"));
  gtk_label_set_text (GTK_LABEL (self->chosen), words ? words : _("Select answers to keep, merge or drop them"));
}
