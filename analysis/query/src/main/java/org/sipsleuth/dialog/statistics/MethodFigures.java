package org.sipsleuth.dialog.statistics;

/// What is known of the requests of one method; retransmissions count once.
///
/// @param type the method as the message table numbers it
/// @param name the method
/// @param requests how many there are
/// @param unanswered how many have no final response in the capture; none expected for ACK
/// @param first until the first response of any kind
/// @param last until the first final response
public record MethodFigures(int type, String name, long requests, long unanswered, Distribution first,
        Distribution last) {}
