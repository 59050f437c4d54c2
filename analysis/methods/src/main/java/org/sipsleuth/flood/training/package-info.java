/// How the networks of [org.sipsleuth.flood.network] learn.
///
/// In: windows of INVITE attempts and whether each is malicious. Out: a network. The gradients of
/// the recurrent ones are computed by the module `training`, loaded on demand; logistic regression
/// needs no library. The same windows, settings and seed yield the same bits.
@NullMarked
package org.sipsleuth.flood.training;

import org.jspecify.annotations.NullMarked;
