/// Signatures of anomalous messages, derived, edited, tried and exported.
///
/// In: scored messages. Out: a signature with its hits, as a bundle, YARA or Suricata rules.
@NullMarked
package org.sipsleuth.view.ngram.signature;

import org.jspecify.annotations.NullMarked;
