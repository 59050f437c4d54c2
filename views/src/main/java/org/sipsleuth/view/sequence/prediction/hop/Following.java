package org.sipsleuth.view.sequence.prediction.hop;

/// What usually follows a message on its hop.
///
/// @param name what may come: `ACK to INVITE`, `the transaction ends`
/// @param type the method or status code of the message; empty for none
/// @param probability of it, over 0 to 1
/// @param share the probability as text; how often it was seen where that is too seldom for one
/// @param time how long it usually takes in this capture; empty where that is not known
/// @param came whether it did come
public record Following(String name, String type, double probability, String share, String time, boolean came) {}
