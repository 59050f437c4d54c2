# The link to the proxy loses the first INVITEs, later the link to 1002 loses the first ACKs.
add_host phone1 192.0.2.11
add_host phone2 192.0.2.12
start_proxy
register phone2 1002
start_capture
callee 1002 phone2 callee -s 1002
cut_link_to proxy
caller 1001 phone1 caller -s 1002 -key user 1001 -d 6000
wait_until 10 seen 3 'INVITE sip:1002@example.org SIP/2.0'
mend_link_to proxy
wait_until 10 seen 2 'SIP/2.0 180 Ringing'
cut_link_to phone2 # it answers, but does not hear the ACK and answers again
wait_until 10 seen 4 'SIP/2.0 200 OK'
mend_link_to phone2
wait_for 1001 1002
stop_capture
expect phone1 ">INVITE >INVITE >INVITE >INVITE <100 <180 <200 >ACK <200 >ACK <200 >ACK >BYE <200"
