/// What a trained model says about itself.
///
/// In: model files. Out: text for people, rows and JSON for other programs.
@NullMarked
package org.sipsleuth.app.command.model;

import org.jspecify.annotations.NullMarked;
