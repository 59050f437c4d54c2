/// Pseudonyms: what identifies somebody and a secret key in, always the same other thing of the
/// same shape out.
@NullMarked
package org.sipsleuth.export.anonymize.pseudonym;

import org.jspecify.annotations.NullMarked;

