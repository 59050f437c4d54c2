/// Paper 5 as one of the methods: users who call, or are called, unlike others.
///
/// In: the calls of a capture, and a model. Out: findings about users.
///
/// Described in docs/METHOD-SOCIAL.md.
@NullMarked
package org.sipsleuth.social.detection;

import org.jspecify.annotations.NullMarked;
