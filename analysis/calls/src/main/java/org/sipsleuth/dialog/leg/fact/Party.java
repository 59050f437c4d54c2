package org.sipsleuth.dialog.leg.fact;

import org.sipsleuth.sip.field.SipUri;
import org.sipsleuth.sip.field.WithheldUser;

/// Who is meant by a URI, as a number that can be compared: the digits of a telephone number
/// without what is before them in one network only, else the user's name.
///
/// Visual separators (RFC 3966 §5.1.1), a leading `+` or `00` and a national `0` are left out. A
/// telephone number is positive, its digits after a leading 1; a name is negative; 0 is nobody that
/// is known.
public final class Party {

    /// Nobody that is known.
    public static final long NOBODY = 0;

    private static final int MOST_DIGITS = 18;
    private static final long TEN = 10;

    /// How alike two parties are.
    public enum Likeness {
        /// One of them is not known.
        UNKNOWN,
        /// They have nothing in common.
        DIFFERENT,
        /// The end of one number is the other, or both end with so many same digits.
        SAME_END,
        SAME
    }

    private Party() {}

    /// Who is meant by a URI.
    public static long of(String uri, Keys keys) {
        return SipUri.of(uri).map(parts -> ofUser(parts.user(), keys)).orElse(NOBODY);
    }

    /// Who is meant by the user part of a URI.
    public static long ofUser(String user, Keys keys) {
        int end = user.indexOf(';'); // parameters of a telephone number (RFC 3261 §19.1.6)
        String name = FieldValue.unescaped(end < 0 ? user : user.substring(0, end));
        if (WithheldUser.matches(name)) {
            return NOBODY;
        }
        long number = digits(name);
        if (number > 0) {
            return number;
        }
        return name.isEmpty() ? NOBODY : keys.of(name) | Long.MIN_VALUE;
    }

    /// The digits after a leading 1, or 0 if the name is no telephone number.
    private static long digits(String name) {
        long number = 1;
        int count = 0;
        boolean leading = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= '0' && c <= '9') {
                leading &= c == '0';
                if (!leading) {
                    number = number * TEN + (c - '0');
                    count++;
                }
            } else if (!(c == '+' && i == 0) && "-.() ".indexOf(c) < 0) {
                return 0;
            }
            if (count > MOST_DIGITS - 1) {
                return 0; // longer than any number (E.164: 15): a name
            }
        }
        return count == 0 ? 0 : number;
    }

    /// How alike two parties are.
    ///
    /// @param enough how many last digits two numbers must share where neither is the end of the
    /// other
    /// @param least how many digits the end of a number must have
    public static Likeness likeness(long one, long other, int enough, int least) {
        if (one == NOBODY || other == NOBODY) {
            return Likeness.UNKNOWN;
        }
        if (one == other) {
            return Likeness.SAME;
        }
        if (one < 0 || other < 0) {
            return Likeness.DIFFERENT;
        }
        int common = commonEnd(one, other);
        boolean isEntire = common == Math.min(length(one), length(other)) && common >= least;
        return isEntire || common >= enough ? Likeness.SAME_END : Likeness.DIFFERENT;
    }

    private static int commonEnd(long one, long other) {
        int shortest = Math.min(length(one), length(other));
        long a = one;
        long b = other;
        int common = 0;
        while (common < shortest && a % TEN == b % TEN) {
            a /= TEN;
            b /= TEN;
            common++;
        }
        return common;
    }

    private static int length(long number) {
        int length = 0;
        for (long rest = number; rest >= TEN; rest /= TEN) {
            length++;
        }
        return length;
    }

    /// A key that parties have in common who are the same or end with the same digits: the last
    /// `digits` of a number, or the name.
    public static long end(long party, int digits) {
        if (party <= 0) {
            return party;
        }
        long power = 1;
        for (int i = 0; i < Math.min(digits, length(party)); i++) {
            power *= TEN;
        }
        return power + party % power;
    }
}
