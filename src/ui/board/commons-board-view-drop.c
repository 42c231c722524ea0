/* commons-board-view-drop.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What letting go would mean: said while hovering, done and told on a drop.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-arrange.h"
#include "commons-board-view-private.h"
#include "commons-place.h"
#include "commons-refile.h"

#define TARGET_WIDTH 3

/* Where the pill stands from the pointer, and its inner space. */
#define PILL_AWAY   18
#define PILL_HEIGHT 26
#define PILL_PAD    12
#define PILL_EDGE   6
#define PILL_MAX    420

static const GdkRGBA accent = { 0x35 / 255.0f, 0x84 / 255.0f, 0xe4 / 255.0f, 1.0f };
static const GdkRGBA wash = { 0x35 / 255.0f, 0x84 / 255.0f, 0xe4 / 255.0f, 0.09f };

/* The label of a selected link, in both styles. */
static const GdkRGBA pill_light = { 0x17 / 255.0f, 0x4f / 255.0f, 0x96 / 255.0f, 1.0f };
static const GdkRGBA pill_dark = { 0x99 / 255.0f, 0xc1 / 255.0f, 0xf1 / 255.0f, 1.0f };
static const GdkRGBA pill_light_text = { 1.0f, 1.0f, 1.0f, 1.0f };
static const GdkRGBA pill_dark_text = { 0x0c / 255.0f, 0x23 / 255.0f, 0x40 / 255.0f, 1.0f };

void
_commons_board_view_update_drop (CommonsBoardView *self)
{
  GHashTable *moved = commons_tool_get_moved (self->tool);
  CommonsRecord *target;
  double dx, dy;

  if (moved == NULL)
    return;

  if (self->drop == NULL)
    self->drop = commons_refile_new (self->board, self->catalogue);

  commons_tool_get_offset (self->tool, &dx, &dy);
  commons_refile_preview (self->drop, moved, (int) dx, (int) dy);

  g_clear_pointer (&self->drop_words, g_free);
  g_clear_pointer (&self->drop_target, g_free);
  self->drop_words = commons_refile_describe (self->drop, FALSE);
  target = commons_refile_get_target (self->drop);

  /* A copy leaves nothing: the original stays. */
  if (commons_tool_is_copy (self->tool) && target == NULL)
    g_clear_pointer (&self->drop_words, g_free);

  if (self->drop_words != NULL && commons_tool_keeps_relations (self->tool))
    {
      g_free (self->drop_words);
      /* Translators: what happens to a card that is let go while Ctrl is held */
      self->drop_words = g_strdup (_("only moves"));
    }
  else if (target != NULL)
    {
      self->drop_target = g_strdup (commons_record_get_id (target));
    }
}

void
_commons_board_view_end_drop (CommonsBoardView *self)
{
  g_clear_pointer (&self->drop, commons_refile_free);
  g_clear_pointer (&self->drop_words, g_free);
  g_clear_pointer (&self->drop_target, g_free);
}

void
_commons_board_view_snapshot_target (CommonsBoardView *self,
                                     GtkSnapshot      *snapshot)
{
  CommonsRecord *target = self->drop_target ? commons_board_lookup_node (self->board, self->drop_target) : NULL;
  GskRoundedRect outline;

  if (target == NULL)
    return;

  _commons_board_view_get_silhouette (self, target, commons_record_get_bounds (target), 0, &outline);

  if (!commons_place_is_disc (target))
    {
      _commons_board_view_append_dashed (snapshot, &outline, TARGET_WIDTH, &accent);
      return;
    }

  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &wash, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  _commons_board_view_append_outline (snapshot, &outline, TARGET_WIDTH, &accent);
}

static PangoLayout *
make_words (CommonsBoardView *self,
            const char       *words)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, PILL_MAX * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);

  return layout;
}

/* Below and right of the pointer, or left and above at the edges. */
static void
place_pill (CommonsBoardView *self,
            int               width,
            graphene_rect_t  *rect)
{
  double x = self->pointer_x + PILL_AWAY, y = self->pointer_y + PILL_AWAY;
  double right = self->viewport.width - PILL_EDGE, bottom = self->viewport.height - self->inset_bottom - PILL_EDGE;

  if (x + width > right)
    x = MAX (PILL_EDGE, self->pointer_x - PILL_AWAY - width);
  if (y + PILL_HEIGHT > bottom)
    y = MAX (PILL_EDGE, self->pointer_y - PILL_AWAY - PILL_HEIGHT);

  graphene_rect_init (rect, (float) x, (float) y, (float) width, PILL_HEIGHT);
}

void
_commons_board_view_snapshot_pill (CommonsBoardView *self,
                                   GtkSnapshot      *snapshot,
                                   const char       *words)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))));
  g_autoptr (PangoLayout) layout = NULL;
  graphene_rect_t rect;
  GskRoundedRect pill;
  int width, height;

  if (words == NULL)
    return;

  layout = make_words (self, words);
  pango_layout_get_pixel_size (layout, &width, &height);
  place_pill (self, width + 2 * PILL_PAD, &rect);
  gsk_rounded_rect_init_from_rect (&pill, &rect, PILL_HEIGHT / 2.0f);

  gtk_snapshot_push_rounded_clip (snapshot, &pill);
  gtk_snapshot_append_color (snapshot, dark ? &pill_dark : &pill_light, &rect);
  gtk_snapshot_pop (snapshot);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rect.origin.x + PILL_PAD,
                                                          rect.origin.y + (PILL_HEIGHT - height) / 2.0f));
  gtk_snapshot_append_layout (snapshot, layout, dark ? &pill_dark_text : &pill_light_text);
  gtk_snapshot_restore (snapshot);
}

void
_commons_board_view_tell (CommonsBoardView *self,
                          const char       *sentence)
{
  if (sentence != NULL)
    _commons_board_view_toast (self, sentence, TRUE);
}

void
_commons_board_view_drop (CommonsBoardView *self,
                          GHashTable       *moved,
                          int               dx,
                          int               dy)
{
  g_autofree char *sentence = NULL;

  commons_refile_move (self->editor, self->catalogue, moved, dx, dy,
                       commons_tool_keeps_relations (self->tool), _("Move"), &sentence);
  _commons_board_view_tell (self, sentence);
}

CommonsRefile *
_commons_board_view_begin_places (CommonsBoardView *self,
                                  const char       *label)
{
  commons_editor_begin (self->editor, label, NULL);

  return commons_refile_new (self->board, self->catalogue);
}

gboolean
_commons_board_view_end_places (CommonsBoardView *self,
                                CommonsRefile    *before)
{
  g_autofree char *sentence = NULL;
  gboolean did;

  commons_refile_apply (before, self->editor);
  did = commons_editor_commit (self->editor);
  sentence = commons_refile_describe (before, TRUE);
  _commons_board_view_tell (self, sentence);

  return did;
}

GPtrArray *
_commons_board_view_duplicate (CommonsBoardView *self,
                               GPtrArray        *ids,
                               int               dx,
                               int               dy)
{
  GPtrArray *copies;

  commons_editor_begin (self->editor, _("Duplicate"), NULL);
  copies = commons_arrange_duplicate (self->editor, ids, dx, dy, _("Duplicate"));
  commons_refile_settle (self->editor, self->catalogue, copies, _("Duplicate"));
  commons_editor_commit (self->editor);

  return copies;
}
