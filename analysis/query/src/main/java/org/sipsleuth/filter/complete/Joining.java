package org.sipsleuth.filter.complete;

import org.sipsleuth.filter.syntax.Expression;
import org.sipsleuth.filter.syntax.FilterParser;
import org.sipsleuth.filter.syntax.FilterSyntaxException;

/// How a condition joins a filter that is there.
public enum Joining {
    /// In its place.
    ONLY,
    /// The contrary in its place.
    WITHOUT,
    /// Both.
    AND,
    /// The filter and the contrary of the condition.
    AND_NOT,
    /// One of both.
    OR;

    /// A filter with a condition.
    ///
    /// @param filter one that can be understood, or a blank one
    public String join(String filter, String condition) {
        String contrary = "!(" + condition + ")";
        String before = filter.strip();
        return switch (this) {
            case ONLY -> condition;
            case WITHOUT -> contrary;
            case AND -> before.isEmpty() ? condition : all(before) + " && " + condition;
            case AND_NOT -> before.isEmpty() ? contrary : all(before) + " && " + contrary;
            case OR -> before.isEmpty() ? condition : before + " || " + condition;
        };
    }

    /// Other than `and` binds less, and must be in parentheses.
    private static String all(String filter) {
        try {
            boolean isLoose =
                    FilterParser.parse(filter) instanceof Expression.Junction junction
                            && junction.join() != Expression.Join.AND;
            return isLoose ? "(" + filter + ")" : filter;
        } catch (FilterSyntaxException wrong) {
            return "(" + filter + ")";
        }
    }
}
