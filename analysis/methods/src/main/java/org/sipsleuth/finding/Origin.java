package org.sipsleuth.finding;

import org.sipsleuth.model.ModelIdentity;

/// Who found something.
///
/// @param detector the method's name: `sequence`
/// @param model the model it rests on
public record Origin(String detector, ModelIdentity model) {}
