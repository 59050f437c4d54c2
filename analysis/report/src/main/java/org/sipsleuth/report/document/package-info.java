/// What is shown, before any format or language: sections with paragraphs, tables, links and figures.
///
/// In: an incident and where its messages lie. Out: a [Document], which the renderers of reports,
/// text and window show whole or in part.
@NullMarked
package org.sipsleuth.report.document;

import org.jspecify.annotations.NullMarked;
