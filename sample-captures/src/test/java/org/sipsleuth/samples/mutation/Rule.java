package org.sipsleuth.samples.mutation;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/// One way to make a request odd or wrong.
///
/// @param what what is done, in words
/// @param where the stretch that is rewritten
/// @param how what takes the place of that stretch
record Rule(String what, Function<Request, Span> where, UnaryOperator<String> how) {

    static Rule value(String name, String what, UnaryOperator<String> how) {
        return new Rule(what, request -> request.value(name), how);
    }

    static Rule field(String name, String what, UnaryOperator<String> how) {
        return new Rule(what, request -> request.field(name), how);
    }

    Mutation apply(Request request) {
        Span span = where.apply(request);
        return request.with(span, how.apply(request.part(span)), what);
    }
}
