package org.sipsleuth.call.record;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.sip.field.WithheldUser;

/// Under which name an address is one user. Immutable; any thread.
///
/// URIs lose their scheme, parameters and password, hosts become lower case (RFC 3261 §19.1.4).
/// Numbers lose their separators (RFC 3966 §5.1.1). Those without `+` stay as they were dialled
/// unless the region where they were dialled is known: then they become international (E.164).
/// Callers who withhold their address, and service codes (`*98`, `#31#`), are no users.
public final class UserNames {

    /// No region, no aliases.
    public static final UserNames AS_WRITTEN = new UserNames(Optional.empty(), Map.of());

    /// What an address is.
    public enum Kind {
        /// A user.
        USER,
        /// A caller who withholds the address.
        WITHHELD,
        /// A service code, such as `*98`.
        SERVICE_CODE,
        /// Nobody is named.
        NOBODY
    }

    private static final int MOST_DIGITS = 32; // more than any number has, with its separators

    /// A local number with fewer digits may have a dash that means something.
    private static final int DIGITS_WITH_DASHES = 7;

    /// Digits that are dialled within the country only, written behind the country's code.
    private static final String TRUNK_PREFIX = "(0)";

    private final Optional<String> region;
    private final Map<String, String> aliases;
    private final UnaryOperator<String> shown;

    /// @param region the ISO code of the country whose numbers were dialled; empty if not known
    /// @param aliases other names of users, each with the name it stands for
    public UserNames(Optional<String> region, Map<String, String> aliases) {
        this(region, Map.copyOf(aliases), UnaryOperator.identity());
    }

    private UserNames(
            Optional<String> region, Map<String, String> aliases, UnaryOperator<String> shown) {
        this.region = region;
        this.aliases = aliases;
        this.shown = shown;
    }

    /// The same users under other names.
    ///
    /// @param pseudonyms the other name of each; as safe for threads as this
    public UserNames replacedBy(UnaryOperator<String> pseudonyms) {
        return new UserNames(region, aliases, pseudonyms);
    }

    /// The name of the user with an address; empty if that is none.
    ///
    /// @param address a URI, an address-of-record, a number or the user part of a URI
    public String of(@Nullable String address) {
        String bare = bare(address == null ? "" : address.strip());
        int at = bare.lastIndexOf('@');
        String user = at < 0 ? bare : bare.substring(0, at);
        if (kind(user) != Kind.USER) {
            return "";
        }
        Optional<String> number = number(user);
        String name =
                number.orElse(at < 0 ? user : user + bare.substring(at).toLowerCase(Locale.ROOT));
        return shown.apply(aliases.getOrDefault(name, name));
    }

    /// What an address is; [#of] has a name for a user only.
    ///
    /// @param address as [#of] takes it
    public static Kind kindOf(@Nullable String address) {
        String bare = bare(address == null ? "" : address.strip());
        int at = bare.lastIndexOf('@');
        return kind(at < 0 ? bare : bare.substring(0, at));
    }

    private static Kind kind(String user) {
        if (user.isEmpty()) {
            return Kind.NOBODY;
        }
        if (WithheldUser.matches(user)) {
            return Kind.WITHHELD;
        }
        return user.charAt(0) == '*' || user.charAt(0) == '#' ? Kind.SERVICE_CODE : Kind.USER;
    }

    private static String bare(String address) {
        int open = address.lastIndexOf('<');
        int close = address.indexOf('>', open + 1);
        String text = open >= 0 && close > open ? address.substring(open + 1, close) : address;
        for (String scheme : new String[] {"sip:", "sips:", "tel:"}) {
            if (text.regionMatches(true, 0, scheme, 0, scheme.length())) {
                text = text.substring(scheme.length());
                break;
            }
        }
        int end = text.length();
        for (int i = text.length() - 1; i >= 0; i--) {
            if (text.charAt(i) == ';' || text.charAt(i) == '?') {
                end = i;
            }
        }
        text = text.substring(0, end);
        int at = text.lastIndexOf('@');
        int colon = text.indexOf(':');
        return colon > 0 && colon < at ? text.substring(0, colon) + text.substring(at) : text;
    }

    /// A number in international form; empty if the address is none, or is local.
    private Optional<String> number(String user) {
        if (user.length() > MOST_DIGITS || !user.chars().allMatch(UserNames::isOfNumber)) {
            return Optional.empty();
        }
        if (user.charAt(0) == '+') {
            return Optional.of("+" + digits(user.replace(TRUNK_PREFIX, "")));
        }
        return region.flatMap(home -> international(user, home)).or(() -> local(user));
    }

    /// A local number without its separators; empty if it has none, or if they may mean something,
    /// as in `100-1` or `192.0.2.1`.
    private static Optional<String> local(String user) {
        String digits = digits(user);
        boolean hasDashes = user.indexOf('-') >= 0 || user.indexOf('\u2013') >= 0;
        return digits.isEmpty()
                        || digits.length() == user.length()
                        || user.indexOf('+') >= 0
                        || user.indexOf('.') >= 0
                        || (hasDashes && digits.length() < DIGITS_WITH_DASHES)
                ? Optional.empty()
                : Optional.of(digits);
    }

    private static String digits(String number) {
        StringBuilder digits = new StringBuilder();
        number.chars()
                .filter(each -> each >= '0' && each <= '9')
                .forEach(each -> digits.append((char) each));
        return digits.toString();
    }

    private static boolean isOfNumber(int letter) {
        return (letter >= '0' && letter <= '9') || "+-.() /\u00A0\u202F\u2013".indexOf(letter) >= 0;
    }

    private static Optional<String> international(String user, String home) {
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        try {
            var number = plans.parse(user, home);
            return plans.isValidNumber(number)
                    ? Optional.of(plans.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notOfThatPlan) {
            return Optional.empty();
        }
    }
}
