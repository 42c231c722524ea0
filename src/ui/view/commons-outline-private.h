/* commons-outline-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the outline share: the widget itself, writing in a line,
 * keys, and dragging lines elsewhere.
 */

#pragma once

#include "commons-outline-item.h"
#include "commons-outline-model.h"
#include "commons-outline-view.h"
#include "commons-text-editor.h"

G_BEGIN_DECLS

struct _CommonsOutlineView
{
  GtkWidget            parent_instance;

  CommonsBoardView    *view;        /* weak */
  CommonsDocument     *document;
  CommonsOutlineModel *model;
  GtkSelectionModel   *chosen;
  GHashTable          *items;       /* set of bound CommonsOutlineItem */

  GtkWidget           *stack;
  GtkWidget           *list;

  CommonsTextEditor   *editor;      /* NULL unless a line is written */
  CommonsOutlineItem  *edited_item;
  char                *edited;      /* id of the node being written */
  gboolean             edited_is_new;
  gboolean             syncing;     /* the selections follow one another */
  gboolean             letting_go;  /* the list takes a line back: it cannot change now */
};

/* commons-outline-view.c */
CommonsOutlineItem *_commons_outline_view_reveal (CommonsOutlineView *self,
                                                  const char         *id);
void        _commons_outline_view_focus          (CommonsOutlineView *self,
                                                  const char         *id);
const char *_commons_outline_view_get_current    (CommonsOutlineView *self);
gboolean    _commons_outline_view_is_editable    (CommonsOutlineView *self);

/* commons-outline-edit.c */
void        _commons_outline_view_edit           (CommonsOutlineView *self,
                                                  const char         *id,
                                                  gboolean            is_new);
void        _commons_outline_view_add            (CommonsOutlineView *self);
gboolean    _commons_outline_view_gather         (CommonsOutlineView *self);

/* commons-outline-keys.c */
void        _commons_outline_view_init_keys      (CommonsOutlineView *self);

/* commons-outline-drag.c */
void        _commons_outline_view_init_drop      (CommonsOutlineView *self);
void        _commons_outline_view_init_drag      (CommonsOutlineView *self,
                                                  CommonsOutlineItem *item);

G_END_DECLS
