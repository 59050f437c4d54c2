# The place's own provisioning server tells its phones by NOTIFY check-sync that there is a new configuration; they fetch it and register again.
draw_place
open_office
number=$(drawn phones 10 15)
add_handsets "$number" 2
add_host config "$NET.$(drawn config 200 240)"
for n in $(seq 0 $((number - 1))); do echo "$BLOCK$((20 + n));$(one_of event 'check-sync' 'check-sync;reboot=false');"; done | write_list "$scratch/events.csv"
sed "s#sip:\[field0\]@\[remote_ip\]:\[remote_port\]#sip:[field0]@$DOMAIN#; s#<sip:\[field0\]@\[remote_ip\]>#<sip:[field0]@$DOMAIN>#" \
    "$parts/sipp/notify.xml" >"$parts/sipp/told.xml"
sipp_list told "$scratch/events.csv" "${address_of[config]}" 5060 50 -key from "provisioning@$DOMAIN" -key agent "Mitel Redirection and Configuration 5.1"
begin
ordinary_day 40
incoming+=(told)
at "$(drawn start 8 14)" start told config "${list_command[@]}" "$PROXY:5060"
finish
