/* commons-text-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the text layout share.
 */

#pragma once

#include "commons-text.h"

G_BEGIN_DECLS

/* Put into loose compounds, where they may break. */
#define COMMONS_ZERO_WIDTH_SPACE 0x200b

/* What is shown of a text. The looks of its parts are added to @list, unless
 * its compounds are loose: the two do not go together. */
char *_commons_text_read          (const char             *text,
                                   const CommonsTextStyle *style,
                                   PangoAttrList          *list);

/* Adds to @list where the lines of a text that is shown may not break. */
void  _commons_text_forbid_breaks (const char             *text,
                                   const CommonsTextStyle *style,
                                   PangoAttrList          *list);

/* Makes lines about as long as one another, in a block narrower than @width:
 * its left edge stays where it is, so lines that begin on the right are left as
 * they are. */
void  _commons_text_balance       (PangoLayout            *layout,
                                   double                  width);

/* The look of a link: where it leads. */
PangoAttribute *_commons_text_link_new  (const char             *address);

/* The look of a check box: room for it, and its place in the scene. */
PangoAttribute *_commons_text_box_new   (double                  size,
                                         gboolean                ticked);

/* Draws check boxes where Pango leaves room for them. */
void            _commons_text_init_boxes (PangoContext          *context);

G_END_DECLS
