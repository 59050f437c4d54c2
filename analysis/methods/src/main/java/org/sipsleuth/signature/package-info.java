/// Signatures of malformed messages (paper 3, section 4.3): byte strings with integer weights.
///
/// In: anomalous and clean messages. Out: signatures with their hits, as a bundle, as YARA rules
/// and as Suricata rules.
///
/// Described in docs/SIGNATURES.md.
@NullMarked
package org.sipsleuth.signature;

import org.jspecify.annotations.NullMarked;
