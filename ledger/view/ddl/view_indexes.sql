-- What the views look up by. A record's own id has its index already; mention_by_record finds
-- everything that names a record.
CREATE INDEX participant_changed_by_participant ON participant_changed(participant);
CREATE INDEX participant_left_by_participant ON participant_left(participant);
CREATE INDEX role_assigned_by_place ON role_assigned(within_register, within_id);
CREATE INDEX response_given__inputs_by_value ON response_given__inputs(value);
CREATE INDEX response_given__concerns_by_value ON response_given__concerns(value);
CREATE INDEX response_given__decisions_by_value ON response_given__decisions(value);
CREATE INDEX response_judged_by_response ON response_judged(response);
CREATE INDEX change_made__inputs_by_value ON change_made__inputs(value);
CREATE INDEX change_made__concerns_by_value ON change_made__concerns(value);
CREATE INDEX change_made__decisions_by_value ON change_made__decisions(value);
CREATE INDEX change_made_by_version ON change_made(version);
CREATE INDEX decision_made_by_matter ON decision_made(matter);
CREATE INDEX decision_replaced_by_decision ON decision_replaced(decision);
CREATE INDEX position_recorded_by_matter ON position_recorded(matter);
CREATE INDEX position_recorded_by_decision ON position_recorded(decision);
CREATE INDEX position_recorded_by_participant
  ON position_recorded(participant, matter, decision);
CREATE INDEX promise_made__about_by_value ON promise_made__about(value_register, value_id);
CREATE INDEX action_opened__because_of_by_value
  ON action_opened__because_of(value_register, value_id);
CREATE INDEX matter_left_open_by_matter ON matter_left_open(matter);
CREATE INDEX sign_off_given_by_round ON sign_off_given(round, participant);
CREATE INDEX sign_off_given_by_version ON sign_off_given(version);
CREATE INDEX sign_off_closed_by_round ON sign_off_closed(round);
CREATE INDEX promise_updated_by_promise ON promise_updated(promise);
CREATE INDEX meeting_held_by_meeting ON meeting_held(meeting);
CREATE INDEX meeting_cancelled_by_meeting ON meeting_cancelled(meeting);
CREATE INDEX agenda_item_proposed_by_meeting ON agenda_item_proposed(meeting);
CREATE INDEX agenda_item_settled_by_item ON agenda_item_settled(agenda_item);
CREATE INDEX attendance_recorded_by_meeting ON attendance_recorded(meeting);
CREATE INDEX message_sent__about_by_value ON message_sent__about(value_register, value_id);
CREATE INDEX delivery_reported_by_message ON delivery_reported(message);
CREATE INDEX survey_closed_by_survey ON survey_closed(survey);
CREATE INDEX survey_answered_by_survey ON survey_answered(survey);
CREATE INDEX work_published_by_version ON work_published(version);
CREATE INDEX conclusion_drawn__replaces_by_value ON conclusion_drawn__replaces(value);
CREATE INDEX credit_chosen_by_participant ON credit_chosen(participant);
CREATE INDEX agreement_signed_by_agreement ON agreement_signed(agreement);
CREATE INDEX answer_given__to_by_value ON answer_given__to(value);
CREATE INDEX action_updated_by_action ON action_updated(action);
CREATE INDEX involvement_answered_by_request ON involvement_answered(request);
CREATE INDEX needs_recorded_by_participant ON needs_recorded(participant);
CREATE INDEX time_logged_by_participant ON time_logged(participant);
CREATE INDEX claim_made_by_participant ON claim_made(participant);
CREATE INDEX claim_answered_by_claim ON claim_answered(claim);
CREATE INDEX payment_made_by_participant ON payment_made(participant);
CREATE INDEX payment_confirmed_by_participant ON payment_confirmed(participant);
CREATE INDEX payment_form_chosen_by_participant ON payment_form_chosen(participant);
CREATE INDEX level_declared_by_subject ON level_declared("of");
CREATE INDEX entry_by_anchor ON entry(occurred_at_anchor) WHERE occurred_at_anchor IS NOT NULL;
CREATE INDEX input_revised_by_input ON input_revised(input);
CREATE INDEX limits_declared__limits_declared_by_id ON limits_declared__limits_declared(id);
CREATE INDEX position_recorded_by_participant
  ON position_recorded(participant, matter, decision, "option");
