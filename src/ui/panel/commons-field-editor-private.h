/* commons-field-editor-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the controls of fields share. There is one file for each.
 */

#pragma once

#include <adwaita.h>

#include "commons-field-editor.h"
#include "commons-inspect.h"

G_BEGIN_DECLS

/* One way to show and change a value. */
typedef struct
{
  /* Makes the control; what it remembers goes to main, list and extra. */
  GtkWidget *(*build) (CommonsFieldEditor *self);

  /* Shows a state; value is NULL unless all cards say the same. */
  void       (*show)  (CommonsFieldEditor  *self,
                       CommonsInspectState  state,
                       JsonNode            *value);
} CommonsFieldControl;

struct _CommonsFieldEditor
{
  GtkWidget                  parent_instance;

  CommonsBoardView          *view;      /* weak */
  char                      *kind;
  CommonsField               field;
  char                      *path;
  GPtrArray                 *ids;
  const CommonsFieldControl *control;

  GtkWidget                 *box;
  GtkWidget                 *main;      /* what is typed into or pressed */
  GtkWidget                 *list;      /* chips or rows, in some */
  GtkWidget                 *extra;     /* a button beside, in some */
  GtkWidget                 *bars;      /* of a level, in some */
  GtkWidget                 *words_label; /* of a menu button, in some */
  GtkWidget                 *popover;   /* a choice or a calendar, in some */
  GtkWidget                 *complaint;

  /* What the control shows, to leave what is typed alone. */
  JsonNode                  *known;
  CommonsInspectState        known_state;
  GPtrArray                 *words;     /* suggestions, while it has the focus */
  gboolean                   showing;   /* what changes is shown, not typed */
  gboolean                   writable;
};

extern const CommonsFieldControl _commons_field_entry;
extern const CommonsFieldControl _commons_field_text;
extern const CommonsFieldControl _commons_field_choice;
extern const CommonsFieldControl _commons_field_chips;
extern const CommonsFieldControl _commons_field_list;
extern const CommonsFieldControl _commons_field_ladder;
extern const CommonsFieldControl _commons_field_yes_no;
extern const CommonsFieldControl _commons_field_scale;
extern const CommonsFieldControl _commons_field_rights;

/* The board and what changes it; NULL without a document. */
CommonsBoard     *_commons_field_editor_get_board     (CommonsFieldEditor *self);
CommonsEditor    *_commons_field_editor_get_editor    (CommonsFieldEditor *self);
CommonsCatalogue *_commons_field_editor_get_catalogue (CommonsFieldEditor *self);

/* Writes a value, NULL for none; in one undo step with what was typed before,
 * if it is typed. */
void      _commons_field_editor_write     (CommonsFieldEditor *self,
                                           JsonNode           *value,
                                           gboolean            typed);
void      _commons_field_editor_write_string (CommonsFieldEditor *self,
                                           const char         *text,
                                           gboolean            typed);

/* Writes a value that was chosen, NULL for none, and what follows from it. */
void      _commons_field_editor_choose    (CommonsFieldEditor *self,
                                           const char         *value);

/* Adds a value to the lists of all cards, or takes it out. */
void      _commons_field_editor_set_item  (CommonsFieldEditor *self,
                                           const char         *item,
                                           gboolean            wanted);

/* A word in the main entry that is not added yet is in the draft. */
void      _commons_field_editor_keep_word (CommonsFieldEditor *self);

/* What is typed next is an undo step of its own. */
void      _commons_field_editor_finish    (CommonsFieldEditor *self);

/* Shows a word about what was typed, NULL for none. */
void      _commons_field_editor_complain  (CommonsFieldEditor *self,
                                           const char         *complaint);

/* What an empty control says: that there are several values, or what to do. */
const char *_commons_field_editor_get_placeholder (CommonsInspectState  state,
                                           const char          *usual);

/* Names a control for assistive technologies: the field, then a detail. */
void      _commons_field_editor_name      (CommonsFieldEditor *self,
                                           GtkWidget          *widget,
                                           const char         *detail);

/* The name of a value of the field's enumeration, as it stands when unknown. */
const char *_commons_field_editor_get_value_label (CommonsFieldEditor *self,
                                           const char         *value);

/* A small flat button with an icon. */
GtkWidget *_commons_field_make_button     (const char         *icon,
                                           const char         *tooltip);

/* A quiet button that opens a choice; its words may change. */
GtkWidget *_commons_field_make_menu       (GtkWidget          *popover,
                                           const char         *words,
                                           GtkWidget         **label);

/* Lets what is in a menu button have its whole width: the toolkit centres it. */
void       _commons_field_fill_button     (GtkWidget          *button,
                                           GtkWidget          *inside);

G_END_DECLS
