package org.sipsleuth.filter.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what is between the brackets of a slice.
final class SliceRanges {

    private static final Pattern RANGE = Pattern.compile("\\s*(-?\\d{1,9})?\\s*([:-])?\\s*(-?\\d{1,9})?\\s*");

    private SliceRanges() {}

    /// @param place that of the brackets with what is in them
    static List<SliceRange> read(String text, Place place) throws FilterSyntaxException {
        List<SliceRange> ranges = new ArrayList<>();
        int from = place.from() + 1;
        for (String part : text.split(",", -1)) {
            ranges.add(range(part, new Place(from, from + part.length())));
            from += part.length() + 1;
        }
        return ranges;
    }

    private static SliceRange range(String part, Place place) throws FilterSyntaxException {
        Matcher matcher = RANGE.matcher(part);
        if (!matcher.matches()) {
            throw wrong(place);
        }
        String first = matcher.group(1);
        String sign = matcher.group(2);
        String second = matcher.group(3);
        if (sign == null) {
            if (first == null || second != null) {
                throw wrong(place);
            }
            return new SliceRange(Integer.parseInt(first), SliceRange.Extent.LENGTH, 1);
        }
        if (sign.equals(":")) {
            return counted(first, second, place);
        }
        if (first == null || second == null) {
            throw wrong(place);
        }
        int from = Integer.parseInt(first);
        int last = Integer.parseInt(second);
        if (from < 0 == last < 0 && last < from) {
            throw new FilterSyntaxException("the slice ends before it begins", place);
        }
        return new SliceRange(from, SliceRange.Extent.LAST, last);
    }

    private static SliceRange counted(@Nullable String first, @Nullable String second, Place place)
            throws FilterSyntaxException {
        int from = first == null ? 0 : Integer.parseInt(first);
        if (second == null) {
            if (first == null) {
                throw wrong(place);
            }
            return new SliceRange(from, SliceRange.Extent.REST, 0);
        }
        int length = Integer.parseInt(second);
        if (length <= 0) {
            throw new FilterSyntaxException("a slice has at least one byte", place);
        }
        return new SliceRange(from, SliceRange.Extent.LENGTH, length);
    }

    private static FilterSyntaxException wrong(Place place) {
        return new FilterSyntaxException("expected [offset], [offset:length], [first-last], [:length] or [offset:]",
                place);
    }
}
