/// Pages of reports: well-formed XHTML that is a web page by itself, and is laid out as PDF.
///
/// In: texts, which may be hostile, and pictures. Out: markup in which no text is anything but
// text.
@NullMarked
package org.sipsleuth.report.page;

import org.jspecify.annotations.NullMarked;

