/// Investigations in files: for people, for scripts, and for other security programs.
///
/// In: an investigation. Out: text, CSV, JSON, JSON Lines, documents of the Elastic Common Schema, a
/// STIX 2.1 bundle, HTML or PDF. The same investigation gives the same bytes.
@NullMarked
package org.sipsleuth.report.exchange;

import org.jspecify.annotations.NullMarked;
