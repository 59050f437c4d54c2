# The owner of an extension registers a second device from another network while the first stays registered, is called and calls.
# Beside it a branch office behind address translation, which the server keeps open.
draw_place
# The branch's router forgets its phones between two registrations: keep-alives of the server remain unanswered meanwhile.
tolerated="neither User-Agent nor Server|no Max-Forwards|no final response"
open_office -A WITH_ROAMING -A WITH_NAT
owner=${EXTENSIONS[0]}
add_branch "$FOREIGN.$(drawn branch 5 15)" 192.168.1 "${BLOCK}51" "${BLOCK}52"
add_outsider mobile "$(stranger mobile)"
begin
softphone mobile mobile "$owner" 120
ordinary_day 56 18-50
for n in 0 1; do
    second=$((20 + 9 * n))
    at "$second" tell "${EXTENSIONS[1]}" dial "sip:$owner@$DOMAIN"
    at "$((second + 2))" tell "$(one_of "device$n" mobile "$owner")" accept
    at "$((second + 6))" tell "${EXTENSIONS[1]}" hangup
done
at 39 tell mobile dial "sip:${EXTENSIONS[3]}@$DOMAIN"
at 41 tell "${EXTENSIONS[3]}" accept
at 46 tell mobile hangup
finish
