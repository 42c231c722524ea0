/* commons-card-badges.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands astride the top edge of a card: on the left the tables it comes
 * from and what is asked of it, on the right what was said of it.
 */

#define G_LOG_DOMAIN "commons-card-badges"

#include "config.h"

#include "commons-card-layout.h"
#include "commons-text.h"
#include "commons-work-table.h"

#define MAX_VOTES 9999

/* Marks of tables on one card. */
#define MAX_TABLES 4

/* Sizes of a badge, near by and in the smaller level of detail. */
typedef struct
{
  double height;
  double above;   /* how much of it stands above the edge of the card */
  double beyond;  /* and beside it */
  double icon;
  double letters;
  double padding; /* around a number, both sides together */
} Sizes;

static const Sizes usual_sizes = { 18, 8, 6, 12, 11, 10 };
static const Sizes small_sizes = { 15, 6, 4, 10, 10, 8 };

/* How loud a badge speaks. */
typedef enum
{
  TONE_COUNT,
  TONE_ACCENT,
  TONE_QUIET,
  TONE_MILD,
} Tone;

/* A badge: whether a card has it and what it shows, a text or an icon. A new
 * one is one line in the table below, from the corner inwards. */
typedef struct
{
  gboolean    at_left;
  Tone        tone;
  const char *icon;
  char       *(*make_text) (CommonsRecord *node);
  gboolean    (*shows)     (const CommonsDrawing *drawing,
                            CommonsRecord        *node);
} Badge;

/* Where the next badge goes. */
typedef struct
{
  const CommonsDrawing   *drawing;
  const CommonsCardFrame *frame;
  const Sizes            *sizes;
  CommonsScene           *scene;
  double                  left;
  double                  right;
} Row;

/* Votes are a number, or a list with one member for each. */
static int
get_n_votes (CommonsRecord *node)
{
  JsonObject *object = commons_record_get_object (node);
  JsonNode *value = json_object_get_member (object, "commons");

  if (value != NULL && JSON_NODE_HOLDS_OBJECT (value))
    {
      value = json_object_get_member (json_node_get_object (value), "votes");

      if (value != NULL && JSON_NODE_HOLDS_ARRAY (value))
        return (int) MIN (json_array_get_length (json_node_get_array (value)), MAX_VOTES);
    }

  return CLAMP (commons_record_get_int (node, "commons/votes", 0), 0, MAX_VOTES);
}

static gboolean
has_votes (const CommonsDrawing *drawing,
           CommonsRecord        *node)
{
  return get_n_votes (node) > 0;
}

static char *
make_votes (CommonsRecord *node)
{
  return g_strdup_printf ("%d", get_n_votes (node));
}

static gboolean
is_contested (const CommonsDrawing *drawing,
              CommonsRecord        *node)
{
  return g_strcmp0 (commons_record_get_status (node), "contested") == 0;
}

static gboolean
is_locked (const CommonsDrawing *drawing,
           CommonsRecord        *node)
{
  return commons_record_is_locked (node);
}

static gboolean
has_notes (const CommonsDrawing *drawing,
           CommonsRecord        *node)
{
  const char *notes = commons_record_get_string (node, "commons/notes");

  return notes != NULL && *notes != '\0' && !commons_record_is_hidden (node);
}

static gboolean
is_surprise (const CommonsDrawing *drawing,
             CommonsRecord        *node)
{
  return drawing->surprises != NULL &&
         g_hash_table_contains (drawing->surprises, commons_record_get_id (node));
}

static const Badge badges[] = {
  { FALSE, TONE_COUNT, NULL, make_votes, has_votes },
  { FALSE, TONE_ACCENT, "cc-double", NULL, is_contested },
  { FALSE, TONE_ACCENT, "cc-lock", NULL, is_locked },
  { FALSE, TONE_QUIET, "cc-note", NULL, has_notes },
  { TRUE, TONE_MILD, NULL, NULL, is_surprise },
};

static void
get_colors (const Row    *row,
            Tone          tone,
            CommonsColor *ground,
            CommonsColor *ink)
{
  const CommonsTheme *theme = row->drawing->theme;
  const CommonsHue *hue = &row->frame->hue;

  switch (tone)
    {
    case TONE_ACCENT:
      *ground = hue->accent;
      *ink = hue->fill;
      break;

    case TONE_QUIET:
      *ground = hue->fill;
      *ink = hue->accent;
      break;

    case TONE_MILD:
      *ground = theme->find;
      *ink = theme->find_text;
      break;

    case TONE_COUNT:
    default:
      *ground = theme->badge;
      *ink = theme->badge_text;
      break;
    }
}

/* A disc or pill with a halo of the ground around it; the quiet ones have a
 * line as well, being as pale as their ground. */
static void
add_ground (const Row   *row,
            const Badge *badge,
            CommonsSpan *place)
{
  double unit = row->frame->unit, halo = 2 * unit, radius = place->height / 2;
  double outer[4] = { radius + halo, radius + halo, radius + halo, radius + halo };
  CommonsBox box = { place->x, place->y, place->width, place->height, .radii = { radius, radius, radius, radius } };
  CommonsColor ink;

  get_colors (row, badge->tone, &box.fill, &ink);

  if (badge->tone == TONE_QUIET || badge->tone == TONE_MILD)
    {
      box.border = badge->tone == TONE_QUIET ? row->frame->hue.line : ink;
      box.border_width = (badge->tone == TONE_QUIET ? 1 : 1.5) * unit;
    }

  commons_scene_add_plain_box (row->scene, place->x - halo, place->y - halo,
                               place->width + 2 * halo, place->height + 2 * halo,
                               outer, &row->drawing->theme->halo);
  commons_scene_add_box (row->scene, &box);
}

static void
take_place (Row         *row,
            const Badge *badge,
            double       width,
            CommonsSpan *place)
{
  const Sizes *sizes = row->sizes;
  double unit = row->frame->unit;

  /* A mild one is a dot, at half the height of the others. */
  place->height = badge->tone == TONE_MILD ? sizes->height / 2 * unit : sizes->height * unit;
  place->width = MAX (width, place->height);
  place->y = row->frame->box.y + (sizes->height / 2 - sizes->above) * unit - place->height / 2;
  place->x = badge->at_left ? row->left : row->right - place->width;

  if (badge->at_left)
    row->left += place->width + 4 * unit;
  else
    row->right -= place->width + 4 * unit;
}

static void
add_text_badge (Row         *row,
                const Badge *badge,
                CommonsRecord *node)
{
  g_autofree char *text = badge->make_text (node);
  PangoLayout *layout = commons_drawing_get_label (row->drawing, text, row->sizes->letters, TRUE, -1);
  double unit = row->frame->unit, width = commons_text_get_width (layout) * unit;
  CommonsColor ground, ink;
  CommonsSpan place;

  take_place (row, badge, width + row->sizes->padding * unit, &place);
  add_ground (row, badge, &place);
  get_colors (row, badge->tone, &ground, &ink);
  commons_scene_add_text (row->scene, layout, place.x + (place.width - width) / 2,
                          place.y + (place.height - commons_text_get_height (layout) * unit) / 2, unit, &ink);
}

static void
add_icon_badge (Row         *row,
                const Badge *badge)
{
  double icon = row->sizes->icon * row->frame->unit;
  CommonsColor ground, ink;
  CommonsSpan place;

  take_place (row, badge, 0, &place);
  add_ground (row, badge, &place);
  get_colors (row, badge->tone, &ground, &ink);

  if (badge->icon != NULL)
    commons_scene_add_icon (row->scene, badge->icon, place.x + (place.width - icon) / 2,
                            place.y + (place.height - icon) / 2, icon, &ink);
}

/* Square, as nothing else is up there: its letters tell as much as its colour. */
static void
add_table (Row        *row,
           const char *name)
{
  const CommonsTheme *theme = row->drawing->theme;
  double unit = row->frame->unit, halo = 1.5 * unit, height = (row->sizes->height - 2) * unit;
  double outer[4] = { 4.5 * unit, 4.5 * unit, 4.5 * unit, 4.5 * unit };
  CommonsBox box = { .height = height, .radii = { 3 * unit, 3 * unit, 3 * unit, 3 * unit } };
  CommonsTableMark mark;
  PangoLayout *layout;
  double width;

  commons_drawing_get_table (row->drawing, name, &mark);
  layout = commons_drawing_get_label (row->drawing, mark.text, row->sizes->letters, TRUE, -1);
  width = commons_text_get_width (layout) * unit;
  box.x = row->left;
  box.y = row->frame->box.y + (row->sizes->height / 2 - row->sizes->above) * unit - height / 2;
  box.width = MAX (width + 0.7 * row->sizes->padding * unit, height);
  box.fill = mark.fill;
  box.border = theme->tables_line;
  box.border_width = (theme->high_contrast ? 2 : 1) * unit;
  row->left += box.width + 2 * unit;

  commons_scene_add_plain_box (row->scene, box.x - halo, box.y - halo, box.width + 2 * halo, box.height + 2 * halo,
                               outer, &theme->halo);
  commons_scene_add_box (row->scene, &box);
  commons_scene_add_text (row->scene, layout, box.x + (box.width - width) / 2,
                          box.y + (height - commons_text_get_height (layout) * unit) / 2, unit, &mark.ink);
  g_free (mark.text);
}

/* The first ones tell enough; all are named in words. */
static void
add_tables (Row           *row,
            CommonsRecord *node)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  commons_work_table_get_names (node, names);
  for (guint i = 0; i < MIN (names->len, MAX_TABLES); i++)
    add_table (row, g_ptr_array_index (names, i));
  if (names->len > 0)
    row->left += 2 * row->frame->unit;
}

void
commons_card_layout_add_badges (const CommonsDrawing   *drawing,
                                const CommonsCardFrame *frame,
                                CommonsRecord          *node,
                                CommonsScene           *scene)
{
  const Sizes *sizes = drawing->detail == COMMONS_DETAIL_SMALL ? &small_sizes : &usual_sizes;
  Row row = {
    drawing, frame, sizes, scene,
    .left = frame->box.x - sizes->beyond * frame->unit,
    .right = frame->box.x + frame->box.width + sizes->beyond * frame->unit,
  };

  if (drawing->detail >= COMMONS_DETAIL_SHAPE)
    return;

  add_tables (&row, node);
  for (guint i = 0; i < G_N_ELEMENTS (badges); i++)
    {
      if (!badges[i].shows (drawing, node))
        continue;

      if (badges[i].make_text != NULL)
        add_text_badge (&row, &badges[i], node);
      else
        add_icon_badge (&row, &badges[i]);
    }
}
