/* commons-sides-view-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the comparison of both sides share: the widget itself,
 * its questions, its filters, what is done to answers, and dragging them.
 */

#pragma once

#include "commons-sides-card.h"
#include "commons-sides-view.h"

G_BEGIN_DECLS

struct _CommonsSidesView
{
  GtkWidget         parent_instance;

  CommonsBoardView *view;         /* weak */
  CommonsDocument  *document;
  CommonsSides     *sides;        /* NULL until somebody looks */
  gboolean          stale;        /* the board changed since */
  guint             update_idle;

  GtkWidget        *stack;
  GtkWidget        *summary;
  GtkWidget        *reveal;       /* all that is hidden */
  GtkWidget        *people;       /* three lists to filter by */
  GtkWidget        *sheets;
  GtkWidget        *outcomes;
  GPtrArray        *names;        /* of people, in the order of their list */
  gboolean          filling;      /* the lists are made anew */
  GtkWidget        *scrolled;
  GtkWidget        *list;         /* of topics */
  GtkWidget        *nothing;      /* when the filter leaves none */
  GtkWidget        *chosen;       /* says how many are selected */
  GtkWidget        *drop;         /* or take back */

  GHashTable       *topics;       /* question or "" → SidesEntry */
  GHashTable       *limits;       /* question or "" → how many answers to show */
  guint             n_topics;     /* how many to show at most */
  char             *author;       /* filters, NULL for all */
  char             *sheet;
  guint             wanted;       /* outcomes, as a filter has them */
  GPtrArray        *current;      /* ids of the answers the keyboard was on last, here */
  gulong            focus_handler;
};

/* commons-sides-view.c */
gboolean   _commons_sides_view_is_editable   (CommonsSidesView        *self);
CommonsCatalogue *
           _commons_sides_view_get_catalogue (CommonsSidesView        *self);
void       _commons_sides_view_get_filter    (CommonsSidesView        *self,
                                              CommonsSidesFilter      *filter);
void       _commons_sides_view_update        (CommonsSidesView        *self);
GPtrArray *_commons_sides_view_list_cards    (CommonsSidesView        *self);
CommonsSidesCard *
           _commons_sides_view_get_focused   (CommonsSidesView        *self);

/* commons-sides-topic.c */
char      *_commons_sides_topic_sign         (CommonsSidesView        *self,
                                              const CommonsSidesTopic *topic);
gboolean   _commons_sides_topic_is_shown     (CommonsSidesView        *self,
                                              const CommonsSidesTopic *topic);
GtkWidget *_commons_sides_topic_new          (CommonsSidesView        *self,
                                              const CommonsSidesTopic *topic);

/* commons-sides-bar.c */
GtkWidget *_commons_sides_view_make_bar      (CommonsSidesView        *self);
GtkWidget *_commons_sides_view_make_actions  (CommonsSidesView        *self);
void       _commons_sides_view_update_bar    (CommonsSidesView        *self);

/* commons-sides-actions.c */
void       _commons_sides_view_class_install_actions (GtkWidgetClass  *widget_class);
void       _commons_sides_view_update_actions (CommonsSidesView       *self);
void       _commons_sides_view_keep          (CommonsSidesView        *self,
                                              GPtrArray               *ids);
void       _commons_sides_view_tell          (CommonsSidesView        *self,
                                              char                    *message); /* taken */
void       _commons_sides_view_get_visible   (CommonsSidesView        *self,
                                              CommonsRect             *visible);
GPtrArray *_commons_sides_view_list_chosen   (CommonsSidesView        *self);

/* commons-sides-merge.c */
void       _commons_sides_view_merge         (CommonsSidesView        *self,
                                              GPtrArray               *ids);
void       _commons_sides_view_add           (CommonsSidesView        *self,
                                              GPtrArray               *ids);
void       _commons_sides_view_add_to        (CommonsSidesView        *self,
                                              GPtrArray               *ids,
                                              const char              *shared);

/* commons-sides-keys.c */
void       _commons_sides_view_init_keys     (CommonsSidesView        *self);
void       _commons_sides_view_init_card     (CommonsSidesView        *self,
                                              CommonsSidesCard        *card);

/* commons-sides-drag.c */
void       _commons_sides_view_init_drag     (CommonsSidesView        *self,
                                              CommonsSidesCard        *card);
void       _commons_sides_view_init_drop     (CommonsSidesView        *self,
                                              GtkWidget               *column);

G_END_DECLS
