/* commons-inspector-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the inspector share. Each is one part of it: it is made
 * once for cards of the same kinds, and then only follows what they say.
 */

#pragma once

#include <adwaita.h>

#include "commons-field-editor.h"
#include "commons-inspect.h"
#include "commons-inspector.h"

G_BEGIN_DECLS

/* What is shown. */
typedef enum
{
  COMMONS_INSPECTOR_NOTHING,  /* there is no board */
  COMMONS_INSPECTOR_BOARD,
  COMMONS_INSPECTOR_LINK,
  COMMONS_INSPECTOR_HIDDEN,   /* one card that one person keeps for now */
  COMMONS_INSPECTOR_CARDS,
} CommonsInspectorMode;

struct _CommonsInspector
{
  GtkWidget             parent_instance;

  CommonsBoardView     *view;       /* weak */
  CommonsBoard         *board;      /* whose changes are followed */
  GtkWidget            *scroller;
  GtkWidget            *box;

  /* What is shown: which parts it has, and of which cards */
  CommonsInspectorMode  mode;
  char                 *shape;
  GPtrArray            *ids;
  GHashTable           *set;        /* the same, to look one up */
  GPtrArray            *editors;    /* of all fields, not owned */
  GPtrArray            *toggles;    /* rows of toggles, not owned */

  /* Parts, NULL where there is none */
  GtkWidget            *miniature;
  GtkWidget            *kind_button;
  GtkWidget            *kind_label;
  GtkWidget            *count;
  GtkWidget            *lock_row;
  GtkWidget            *title;
  GtkWidget            *body;
  GtkWidget            *unknown;
  GtkWidget            *links;
  char                 *links_shape;
  GtkWidget            *answers;
  GtkWidget            *origin;
  GtkWidget            *link_type;
  GtkWidget            *link_ends;
  GtkWidget            *stage;
  GtkWidget            *language;

  guint                 idle;
  guint                 dirty : 1;   /* something changed while out of view */
  guint                 showing : 1; /* what changes is shown, not typed */
};

/* The board and what changes it; NULL without a document. */
CommonsBoard     *_commons_inspector_get_board     (CommonsInspector *self);
CommonsEditor    *_commons_inspector_get_editor    (CommonsInspector *self);
CommonsCatalogue *_commons_inspector_get_catalogue (CommonsInspector *self);
gboolean          _commons_inspector_is_editable   (CommonsInspector *self);

/* The record that is shown alone, NULL for several. */
CommonsRecord    *_commons_inspector_get_record    (CommonsInspector *self);

/* Soon, once for all changes in a row. */
void       _commons_inspector_queue          (CommonsInspector *self);

/* Parts that are built of others: a heading, a list of rows, a row. */
void       _commons_inspector_add            (CommonsInspector *self,
                                              GtkWidget        *part);
GtkWidget *_commons_inspector_make_list      (const char       *label);
GtkWidget *_commons_inspector_add_row        (GtkWidget        *list,
                                              const char       *label,
                                              GtkWidget        *control,
                                              gboolean          wide);
void       _commons_inspector_add_field      (CommonsInspector *self,
                                              GtkWidget        *list,
                                              GtkWidget        *editor);
void       _commons_inspector_add_member     (CommonsInspector *self,
                                              GtkWidget        *list,
                                              const char       *id,
                                              const char       *label,
                                              CommonsFieldType  type,
                                              const char       *enumeration,
                                              const char       *path);

/* With a capital letter, for what is a label by itself. */
char      *_commons_inspector_capitalize     (const char       *words);

/* A card one can go to: its icon and title; with a button to take it away
 * when @remove is given. */
GtkWidget *_commons_inspector_make_chip      (CommonsInspector *self,
                                              CommonsRecord    *card,
                                              const char       *edge);

/* commons-inspector-head.c */
void       _commons_inspector_build_head     (CommonsInspector *self);
void       _commons_inspector_update_head    (CommonsInspector *self);

/* commons-inspector-text.c */
void       _commons_inspector_build_text     (CommonsInspector *self);
void       _commons_inspector_update_text    (CommonsInspector *self,
                                              gboolean          anew);

/* commons-inspector-fields.c */
void       _commons_inspector_build_fields   (CommonsInspector *self);
void       _commons_inspector_update_fields  (CommonsInspector *self);

/* commons-inspector-links.c */
void       _commons_inspector_build_links    (CommonsInspector *self);
void       _commons_inspector_update_links   (CommonsInspector *self);

/* commons-inspector-state.c */
void       _commons_inspector_build_state    (CommonsInspector *self);
void       _commons_inspector_update_state   (CommonsInspector *self);

/* commons-inspector-link.c */
void       _commons_inspector_build_link     (CommonsInspector *self);
void       _commons_inspector_update_link    (CommonsInspector *self);

/* commons-inspector-board.c */
void       _commons_inspector_build_board    (CommonsInspector *self);
void       _commons_inspector_update_board   (CommonsInspector *self);

G_END_DECLS
