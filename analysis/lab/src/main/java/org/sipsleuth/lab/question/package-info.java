/// Questions of a lab, answers to them, and what a key knows of each.
///
/// In: texts that somebody typed, or took from a selection. Out: values that can be compared with
/// the key.
@NullMarked
package org.sipsleuth.lab.question;

import org.jspecify.annotations.NullMarked;
