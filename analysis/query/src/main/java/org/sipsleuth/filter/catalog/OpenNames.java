package org.sipsleuth.filter.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.word.Suggestions;

/// Finds header fields that are not listed by name: compact forms, other cases, and names that
/// nobody registered.
///
/// A name that is nearly a listed one is treated as a mistake; `sip.header.<Name>` names any header
/// field, even such a one, and names that begin with `X-` are never treated as mistakes.
final class OpenNames {

    private static final String SIP = "sip.";
    private static final String HEADER = "sip.header.";
    private static final String PRIVATE = "x-";

    private final Map<String, Field> inLowerCase = new HashMap<>();
    private final List<String> names;

    OpenNames(Collection<Field> fields) {
        for (Field field : fields) {
            inLowerCase.putIfAbsent(field.name().toLowerCase(Locale.ROOT), field);
        }
        names = fields.stream().map(Field::name).toList();
    }

    /// The field of a name that is not listed as it is written.
    Optional<Field> find(String name) {
        Field sameWord = inLowerCase.get(name.toLowerCase(Locale.ROOT));
        if (sameWord != null) {
            return Optional.of(sameWord);
        }
        boolean isOpen = name.startsWith(HEADER);
        if (!name.startsWith(SIP)) {
            return Optional.empty();
        }
        String header = name.substring(isOpen ? HEADER.length() : SIP.length());
        if (header.isEmpty() || (header.indexOf('.') >= 0 && !isOpen)) {
            return Optional.empty();
        }
        Optional<HeaderName> known = HeaderName.of(header);
        if (known.isPresent()) {
            Field field = inLowerCase.get(SIP + known.get().text().toLowerCase(Locale.ROOT));
            return Optional.of(field == null || isOpen ? HeaderFields.of(name, known.get()) : field);
        }
        boolean isMeant = isOpen || header.toLowerCase(Locale.ROOT).startsWith(PRIVATE)
                || Suggestions.to(name, names, 1).isEmpty();
        return isMeant ? Optional.of(HeaderFields.ofUnknown(name, header)) : Optional.empty();
    }
}
