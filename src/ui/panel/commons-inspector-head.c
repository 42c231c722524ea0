/* commons-inspector-head.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is selected: its kind, which can be changed, and what can be done.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-arrange.h"
#include "commons-ask.h"
#include "commons-choice-popover.h"
#include "commons-inspect-kind.h"
#include "commons-inspector-private.h"
#include "commons-kind-miniature.h"

#define DROP "drop"
#define KEEP "keep"
#define CANCEL "cancel"

/* What is asked before the kind changes, for as long as the question is. */
typedef struct
{
  CommonsInspector *self;
  GPtrArray        *ids;
  char             *kind;
} Change;

static void
free_change (Change *change)
{
  g_object_unref (change->self);
  g_ptr_array_unref (change->ids);
  g_free (change->kind);
  g_free (change);
}

static const CommonsKind *
get_common_kind (CommonsInspector *self)
{
  CommonsBoard *board = _commons_inspector_get_board (self);
  g_autoptr (GPtrArray) kinds = commons_inspect_list_kinds (board, self->ids);

  return kinds->len == 1
           ? commons_catalogue_get_kind (_commons_inspector_get_catalogue (self), g_ptr_array_index (kinds, 0)) : NULL;
}

static void
change_kind (CommonsInspector *self,
             GPtrArray        *ids,
             const char       *kind,
             gboolean          drop)
{
  CommonsCatalogue *catalogue = _commons_inspector_get_catalogue (self);

  commons_inspect_change_kind (_commons_inspector_get_editor (self), catalogue, ids,
                               commons_catalogue_get_kind (catalogue, kind), drop, _("Change Kind"));
  _commons_inspector_queue (self);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Change *change = user_data;
  g_autofree char *response = commons_ask_finish (result);

  if (change->self->view != NULL && _commons_inspector_is_editable (change->self) &&
      (g_strcmp0 (response, DROP) == 0 || g_strcmp0 (response, KEEP) == 0))
    change_kind (change->self, change->ids, change->kind, g_str_equal (response, DROP));

  free_change (change);
}

/* Links that make no sense any more go only when somebody says so. */
static void
ask (CommonsInspector  *self,
     const CommonsKind *kind,
     guint              n_unfit)
{
  static const struct { const char *id, *label; CommonsAnswerAppearance look; } answers[] = {
    { CANCEL, N_("_Cancel"), COMMONS_ANSWER_DEFAULT },
    { KEEP, N_("_Keep Links"), COMMONS_ANSWER_DEFAULT },
    { DROP, N_("_Remove Links"), COMMONS_ANSWER_DESTRUCTIVE },
  };
  CommonsAnswer choices[G_N_ELEMENTS (answers)];
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  Change *change = g_new0 (Change, 1);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  *change = (Change) { g_object_ref (self), g_ptr_array_ref (self->ids), g_strdup (kind->id) };
  /* Translators: %s is a kind of card. */
  heading = g_strdup_printf (_("Change to “%s”?"), kind->label);
  body = g_strdup_printf (ngettext ("%'u link does not fit this kind.", "%'u links do not fit this kind.", n_unfit),
                          n_unfit);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    choices[i] = (CommonsAnswer) { answers[i].id, _(answers[i].label), answers[i].look };
  commons_ask_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body, choices, G_N_ELEMENTS (choices),
                     KEEP, CANCEL, NULL, answered_cb, change);
}

static void
kind_chosen_cb (CommonsInspector *self,
                const char       *value,
                gboolean          on)
{
  CommonsBoard *board = _commons_inspector_get_board (self);
  CommonsCatalogue *catalogue = _commons_inspector_get_catalogue (self);
  const CommonsKind *kind = on ? commons_catalogue_get_kind (catalogue, value) : NULL;
  g_autoptr (GPtrArray) unfit = NULL;

  g_assert (COMMONS_IS_INSPECTOR (self));

  if (kind == NULL || board == NULL || !_commons_inspector_is_editable (self))
    return;
  if (!commons_inspect_can_become (board, catalogue, self->ids, kind))
    {
      const CommonsKind *now = get_common_kind (self);

      if (now != kind)
        g_signal_emit_by_name (self->view, "toast",
                               kind->group ? _("A card cannot become a circle or a zone.")
                                           : _("A circle or a zone cannot become a card."), FALSE);
      return;
    }

  unfit = commons_inspect_list_unfit (board, catalogue, self->ids, kind);
  if (unfit->len > 0)
    ask (self, kind, unfit->len);
  else
    change_kind (self, self->ids, kind->id, FALSE);
}

static GtkWidget *
make_kind_button (CommonsInspector *self)
{
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *popover = commons_choice_popover_new (_commons_inspector_get_catalogue (self), "kind", FALSE);

  self->kind_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->kind_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->kind_label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->kind_label, "heading");
  gtk_box_append (GTK_BOX (inside), self->kind_label);
  gtk_box_append (GTK_BOX (inside), gtk_image_new_from_icon_name ("pan-down-symbolic"));

  self->kind_button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->kind_button), inside);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->kind_button), popover);
  gtk_widget_set_tooltip_text (self->kind_button, _("Change the Kind"));
  gtk_widget_add_css_class (self->kind_button, "flat");
  g_signal_connect_object (popover, "chosen", G_CALLBACK (kind_chosen_cb), self, G_CONNECT_SWAPPED);

  return self->kind_button;
}

/* Made once: GTK 4.8 never lets go of a model that has sections, and here is a
 * new button for each card that is looked at. */
static GMenuModel *
get_menu (void)
{
  static GMenu *menu = NULL;
  g_autoptr (GMenu) first = NULL;
  g_autoptr (GMenu) last = NULL;

  if (menu != NULL)
    return G_MENU_MODEL (menu);

  menu = g_menu_new ();
  first = g_menu_new ();
  last = g_menu_new ();
  g_menu_append (first, _("Link To…"), "board.link-to");
  g_menu_append (first, _("Move Into…"), "board.move-into");
  g_menu_append (first, _("Lock or Unlock"), "board.lock");
  g_menu_append (first, _("Duplicate"), "board.duplicate");
  g_menu_append (last, _("Delete"), "board.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));

  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), get_menu ());
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);

  return button;
}

static void
unlock_cb (CommonsInspector *self)
{
  g_assert (COMMONS_IS_INSPECTOR (self));

  if (!_commons_inspector_is_editable (self))
    return;

  commons_arrange_set_locked (_commons_inspector_get_editor (self), self->ids, FALSE, _("Unlock"));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
show_to_all_cb (CommonsInspector *self)
{
  g_assert (COMMONS_IS_INSPECTOR (self));

  if (_commons_inspector_is_editable (self))
    commons_inspect_set (_commons_inspector_get_editor (self), self->ids, "commons/hidden", NULL, _("Show to All"), NULL);
}

static GtkWidget *
make_notice (CommonsInspector *self,
             const char       *icon,
             const char       *text,
             const char       *button_label,
             GCallback         callback)
{
  GtkWidget *notice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_label (button_label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (notice), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (notice), label);
  gtk_box_append (GTK_BOX (notice), button);
  gtk_widget_add_css_class (notice, "inspector-notice");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return notice;
}

void
_commons_inspector_build_head (CommonsInspector *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->miniature = commons_kind_miniature_new (NULL, NULL);
  gtk_widget_set_valign (self->miniature, GTK_ALIGN_CENTER);
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->count), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->count, "heading");

  gtk_box_append (GTK_BOX (head), self->miniature);
  gtk_box_append (GTK_BOX (head), self->count);
  if (self->mode == COMMONS_INSPECTOR_CARDS)
    gtk_box_append (GTK_BOX (head), make_kind_button (self));
  gtk_box_append (GTK_BOX (head), gtk_label_new (NULL));
  gtk_widget_set_hexpand (gtk_widget_get_last_child (head), TRUE);
  gtk_box_append (GTK_BOX (head), make_menu_button ());
  gtk_widget_add_css_class (head, "inspector-head");
  _commons_inspector_add (self, head);

  self->lock_row = self->mode == COMMONS_INSPECTOR_HIDDEN
                     ? make_notice (self, "cc-hidden-symbolic", _("Kept from the others until it is shared"),
                                    _("Show to All"), G_CALLBACK (show_to_all_cb))
                     : make_notice (self, "cc-lock-symbolic", _("Locked"), _("Unlock"), G_CALLBACK (unlock_cb));
  _commons_inspector_add (self, self->lock_row);
}

static gboolean
is_all_locked (CommonsInspector *self)
{
  CommonsBoard *board = _commons_inspector_get_board (self);

  for (guint i = 0; i < self->ids->len; i++)
    {
      CommonsRecord *record = commons_board_lookup_node (board, g_ptr_array_index (self->ids, i));

      if (record != NULL && !commons_record_is_locked (record))
        return FALSE;
    }

  return TRUE;
}

void
_commons_inspector_update_head (CommonsInspector *self)
{
  const CommonsKind *kind;
  const char *values[] = { NULL, NULL };
  g_autofree char *count = NULL;

  if (self->miniature == NULL)
    return;

  kind = self->mode == COMMONS_INSPECTOR_CARDS ? get_common_kind (self) : NULL;
  commons_kind_miniature_set_kind (COMMONS_KIND_MINIATURE (self->miniature), _commons_inspector_get_catalogue (self),
                                   kind ? kind->id : NULL);
  gtk_widget_set_visible (self->miniature, kind != NULL);
  if (self->ids->len > 1)
    count = g_strdup_printf (ngettext ("%'u card", "%'u cards", self->ids->len), self->ids->len);
  else if (self->mode == COMMONS_INSPECTOR_HIDDEN)
    count = g_strdup (_("Hidden card"));
  gtk_label_set_label (GTK_LABEL (self->count), count ? count : "");
  gtk_widget_set_visible (self->count, count != NULL);
  gtk_widget_set_visible (self->lock_row, self->mode == COMMONS_INSPECTOR_HIDDEN || is_all_locked (self));
  gtk_widget_set_sensitive (self->lock_row, _commons_inspector_is_editable (self));

  if (self->kind_button == NULL)
    return;

  values[0] = kind ? kind->id : NULL;
  gtk_label_set_label (GTK_LABEL (self->kind_label), kind ? kind->label : self->ids->len > 1 ? _("Several kinds") : _("No kind"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (self->kind_label)), -1);
  gtk_widget_set_sensitive (self->kind_button, _commons_inspector_is_editable (self) && !is_all_locked (self));
  commons_choice_popover_set_values (COMMONS_CHOICE_POPOVER (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->kind_button))), values);
}
