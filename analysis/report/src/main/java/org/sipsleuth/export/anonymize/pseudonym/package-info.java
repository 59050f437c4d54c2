/// Pseudonyms: the same for the same name and key, in the same shape.
///
/// In: what identifies somebody, and a secret key. Out: its pseudonym.
@NullMarked
package org.sipsleuth.export.anonymize.pseudonym;

import org.jspecify.annotations.NullMarked;
