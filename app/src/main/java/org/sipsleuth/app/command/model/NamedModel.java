package org.sipsleuth.app.command.model;

import org.sipsleuth.model.ModelFile;

/// A model and the file it comes from.
///
/// @param file as the user named it
public record NamedModel(String file, ModelFile model) {}
