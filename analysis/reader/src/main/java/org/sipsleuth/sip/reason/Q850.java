package org.sipsleuth.sip.reason;

import java.util.Map;

/// The causes of ITU-T Q.850, which telephone networks report when a call ends.
final class Q850 {

    private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(1, "unallocated number"),
            Map.entry(2, "no route to transit network"), Map.entry(3, "no route to destination"),
            Map.entry(4, "special information tone"), Map.entry(5, "misdialled trunk prefix"),
            Map.entry(6, "channel unacceptable"), Map.entry(7, "call awarded in an established channel"),
            Map.entry(8, "preemption"), Map.entry(9, "preemption, circuit reserved for reuse"),
            Map.entry(14, "ported number"), Map.entry(16, "normal call clearing"), Map.entry(17, "user busy"),
            Map.entry(18, "no user responding"), Map.entry(19, "no answer from user"),
            Map.entry(20, "subscriber absent"), Map.entry(21, "call rejected"), Map.entry(22, "number changed"),
            Map.entry(23, "redirection to new destination"), Map.entry(24, "rejected by a feature at the destination"),
            Map.entry(25, "exchange routing error"), Map.entry(26, "non-selected user clearing"),
            Map.entry(27, "destination out of order"), Map.entry(28, "invalid number format"),
            Map.entry(29, "facility rejected"), Map.entry(30, "response to status enquiry"),
            Map.entry(31, "normal, unspecified"), Map.entry(34, "no circuit available"),
            Map.entry(38, "network out of order"), Map.entry(39, "permanent connection out of service"),
            Map.entry(40, "permanent connection operational"), Map.entry(41, "temporary failure"),
            Map.entry(42, "switching equipment congestion"), Map.entry(43, "access information discarded"),
            Map.entry(44, "requested circuit not available"), Map.entry(46, "precedence call blocked"),
            Map.entry(47, "resource unavailable, unspecified"), Map.entry(49, "quality of service unavailable"),
            Map.entry(50, "facility not subscribed"), Map.entry(53, "outgoing calls barred in the group"),
            Map.entry(55, "incoming calls barred in the group"), Map.entry(57, "bearer capability not authorized"),
            Map.entry(58, "bearer capability not available now"), Map.entry(62, "inconsistent access information"),
            Map.entry(63, "service not available, unspecified"), Map.entry(65, "bearer capability not implemented"),
            Map.entry(66, "channel type not implemented"), Map.entry(69, "facility not implemented"),
            Map.entry(70, "only restricted digital bearer available"),
            Map.entry(79, "service not implemented, unspecified"), Map.entry(81, "invalid call reference"),
            Map.entry(82, "channel does not exist"), Map.entry(83, "suspended call, other identity"),
            Map.entry(84, "call identity in use"), Map.entry(85, "no call suspended"),
            Map.entry(86, "call with that identity cleared"), Map.entry(87, "user not member of the group"),
            Map.entry(88, "incompatible destination"), Map.entry(90, "group does not exist"),
            Map.entry(91, "invalid transit network"), Map.entry(95, "invalid message, unspecified"),
            Map.entry(96, "mandatory element missing"), Map.entry(97, "message type not implemented"),
            Map.entry(98, "message not compatible with the state"), Map.entry(99, "element not implemented"),
            Map.entry(100, "invalid element contents"), Map.entry(101, "message not compatible with the call"),
            Map.entry(102, "recovery on timer expiry"), Map.entry(103, "parameter not implemented, passed on"),
            Map.entry(110, "message with unknown parameter discarded"), Map.entry(111, "protocol error, unspecified"),
            Map.entry(127, "interworking, unspecified"));

    private Q850() {}

    /// The cause in words, or empty.
    static String words(int cause) {
        return NAMES.getOrDefault(cause, "");
    }
}
