# The owner of an extension registers a linphone from another network, calls with it and is called, while the desk phone stays registered.
draw_place
open_office -A WITH_ROAMING
owner=${EXTENSIONS[1]}
add_handsets 5 2.5
add_outsider mobile "$(stranger mobile)"
begin
linphone mobile mobile "$owner" "secret$owner"
ordinary_day 56 18-50
at 20 tell mobile dial "sip:${EXTENSIONS[0]}@$DOMAIN"
at 22 tell "${EXTENSIONS[0]}" accept
at "$(drawn end 26 29)" tell mobile hangup
at 34 tell "${EXTENSIONS[3]}" dial "sip:$owner@$DOMAIN"
at 37 tell "$(one_of device mobile "$owner")" accept
at 43 tell "${EXTENSIONS[3]}" hangup
finish
