package org.sipsleuth.dialog.leg;

import java.util.List;

/// One reason for or against two dialogs being legs of one call.
///
/// @param kind the kind's short name: `x-call-id`
/// @param source where the kind is defined
/// @param words what was found, in words; holds text of the capture
/// @param weight the natural logarithm of how much likelier that is of two legs than of two calls;
///     below 0 it speaks against
/// @param messages the messages that it rests on
public record LegReason(String kind, String source, String words, double weight, List<Integer> messages) {

    /// Copies its argument.
    public LegReason {
        messages = List.copyOf(messages);
    }
}
