/// Groups of messages that are alike, found by k-means.
///
/// In: vectors. Out: groups with their means.
@NullMarked
package org.sipsleuth.ngram.cluster;

import org.jspecify.annotations.NullMarked;
